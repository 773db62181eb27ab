import type * as en from '../en/start';
import { toEngineWords } from '../engine-words';
import type { Words } from '../words';

const models: Words<typeof en.models> = {
  auto: { name: 'Automatisch', about: 'das beste, das dieses Gerät schafft' },
  lite: { name: 'Leicht', about: 'für ältere Geräte' },
  full: { name: 'Standard', about: 'für die meisten richtig' },
  heavy: { name: 'Fein', about: 'braucht ein schnelles Gerät' },
};

const delegates: Words<typeof en.delegates> = {
  fastest: { name: 'Automatisch', about: 'probiert beides, nimmt das schnellere' },
  CPU: { name: 'Prozessor', about: 'geht überall' },
  GPU: { name: 'Grafikchip', about: 'wo er richtig liest' },
};

const nothingLeaves = 'Nichts verlässt dieses Gerät: kein Konto, kein Upload.';

export const start: Words<typeof en> = {
  description:
    'Zählt Hüftübungen vor deiner Kamera und sagt, wenn eine Hüfte absinkt oder ein Knie einknickt. Nichts verlässt dein Gerät.',
  storageFaults: {
    'disk-full': {
      title: 'Kein Platz mehr für Einheiten',
      todo: 'Schaffe Speicherplatz oder lösche alte Einheiten. Diese Einheit bleibt in diesem Tab: Speichere sie in der Auswertung als Datei, bevor du ihn schließt.',
    },
    blocked: {
      title: 'Ein anderer Tab hält die Einheiten fest',
      todo: 'Schließe die anderen Hipline-Tabs. Gezählt wird weiter: Diese Einheit bleibt in diesem Tab und wird gespeichert, sobald sie geschlossen sind.',
    },
    unavailable: {
      title: 'Dieser Browser behält hier nichts',
      todo: 'Verlasse das private Fenster oder erlaube dieser Seite, Daten zu speichern. Gezählt wird trotzdem; speichere die Einheit in der Auswertung als Datei.',
    },
    'session-gone': {
      title: 'Diese Einheit gibt es nicht mehr',
      todo: 'Sie wurde gelöscht: hier, in einem anderen Tab oder mit den Browserdaten. Was dieser Tab noch zeigt, kannst du in der Auswertung als Datei speichern.',
    },
    'damaged-record': {
      title: 'Diese Einheit ist beschädigt',
      todo: 'Sie lässt sich nicht mehr lesen. Du kannst sie löschen; die anderen Einheiten bleiben unberührt.',
    },
    'import-unreadable': {
      title: 'Diese Datei ist nicht erreichbar',
      todo: 'Vielleicht wurde sie verschoben oder gelöscht. Wähle sie noch einmal. Es wurde nichts geändert.',
    },
    'import-broken': {
      title: 'Datei abgeschnitten oder von anderer Art',
      todo: 'Kopiere sie noch einmal von dort, wo sie herkam, oder speichere die Einheit neu aus der Auswertung. Es wurde nichts geändert.',
    },
    'import-invalid': {
      title: 'Diese Datei ist keine Einheit von Hipline',
      todo: 'Wähle eine JSON-Datei, die aus der Auswertung einer Einheit gespeichert wurde; das Ergebnis einer Videoanalyse ist keine. Es wurde nichts geändert.',
    },
    'import-damaged': {
      title: 'Die Datei dieser Einheit ist beschädigt',
      todo: 'Etwas darin wurde geändert oder ging verloren. Kopiere sie noch einmal von dort, wo sie herkam, oder speichere die Einheit neu aus der Auswertung. Es wurde nichts geändert.',
    },
    'newer-version': {
      title: 'Das hat ein neueres Hipline geschrieben',
      todo: 'Aktualisiere Hipline und öffne es dann noch einmal. Es wurde nichts geändert.',
    },
  },
  models,
  delegates,
  engines: {
    auto: { name: 'Automatisch', about: 'probiert beides, nimmt das schnellere' },
    mediapipe: { name: 'MediaPipe', about: 'ein Kern, wie es kommt' },
    litert: { name: 'LiteRT', about: 'mehrere Kerne, oder der Grafikchip' },
  },
  engineTrial: {
    start: 'Noch einmal ausprobieren',
    running: 'Probiert aus, was dieses Gerät schafft …',
  },
  engineInUse: toEngineWords({
    untried: 'Wird ausprobiert, wenn die Kamera das nächste Mal angeht.',
    inUse: (model, delegate) => `Jetzt: Modell ${models[model].name}, ${delegates[delegate].name}.`,
    inUseAt: (model, delegate, pictures) =>
      `Jetzt: Modell ${models[model].name}, ${delegates[delegate].name}, ${pictures === 1 ? '1 Bild' : `${pictures} Bilder`} pro Sekunde.`,
  }),
  auto: {
    name: 'Einfach loslegen',
    summary: 'Stell dich hin und beginne mit einer der fünf Übungen: Hipline erkennt, welche es ist.',
    steps: [
      'Stell dich so hin, dass du ganz im Bild bist, und steh zwei Sekunden still.',
      'Beginne mit einer der fünf Übungen.',
      'Hipline sagt, welche es ist, und zählt ab der ersten Wiederholung.',
    ],
    camera:
      'Auf Hüfthöhe, auf einem Stuhl oder Tisch, 2 bis 3,5 m vor dir. Für den Seitstütz: auf dem Boden, mit Blick auf deine Vorderseite.',
    equipment: 'Was deine Übung braucht; sonst nichts.',
  },
  unfinished: {
    title: 'Weitermachen, wo du aufgehört hast?',
    goOn: 'Weitermachen',
    leave: 'Lassen',
    set: (name, set, sets) =>
      `${name}: Satz ${set} von ${sets} ist als Nächstes dran. Alles, was schon gezählt wurde, bleibt.`,
    reps: (name, set, sets, done) =>
      done === 1
        ? `${name}, Satz ${set} von ${sets}: 1 Wiederholung ist geschafft, die nächste ist die Nummer 2.`
        : `${name}, Satz ${set} von ${sets}: ${done} Wiederholungen sind geschafft, von da wird weitergezählt.`,
    held: (name, set, sets, heldS) =>
      `${name}, Satz ${set} von ${sets}: ${heldS === 1 ? '1 Sekunde ist' : `${heldS} Sekunden sind`} gehalten, von da läuft die Uhr weiter.`,
    auto: 'Alles, was schon gezählt wurde, bleibt. Was du jetzt machst, kommt zur selben Einheit dazu.',
  },
  partMissing: {
    title: 'Ein Teil von Hipline wurde nicht geladen',
    todo: 'Prüfe die Verbindung und lade dann die Seite neu. Alles bisher Gezählte bleibt.',
    reload: 'Neu laden',
  },
  newer: {
    title: 'Es gibt ein neueres Hipline',
    todo: 'Es dauert einen Moment. Deine Einheiten bleiben, wie sie sind.',
    take: 'Aktualisieren',
    later: {
      title: 'In einem anderen Tab läuft eine Einheit',
      todo: 'Beende sie dort zuerst und aktualisiere dann.',
    },
  },
  programme: {
    name: 'Alle fünf',
    summary:
      'Das ganze Programm der Reihe nach, mit Sätzen, Seiten und Pausen. Du wechselst, Hipline wartet.',
    order: 'In dieser Reihenfolge, dazwischen eine Minute zum Wechseln:',
    camera:
      'Für die ersten vier auf Hüfthöhe, auf einem Stuhl oder Tisch, 2,5 bis 3 m vor dir. Hipline sagt, wann du die Kamera umstellst.',
    equipment: 'Ein Miniband, eine Stufe, eine Kettlebell oder ein anderes Gewicht und eine Matte.',
  },
  privacy: `${nothingLeaves} Zahlen, Winkel und ein Strichmännchen jeder Wiederholung bleiben hier, nie ein Bild.`,
  toPlan: 'Der Acht-Wochen-Plan: wo du stehst und was als Nächstes kommt',
  whatBrowserCan: 'Was dieser Browser kann',
  privacyOfFiles: `${nothingLeaves} Nichts davon wird behalten, außer du willst es, und nie ein Bild.`,
  rendered:
    'Winkel sind das, was eine einzige Kamera gesehen hat. Sie taugen, um deine eigenen Wiederholungen zu vergleichen, nicht für eine Diagnose.',
  speaking: {
    all: { name: 'Alles', about: 'Zählen, Fehler, Lob, was zu tun ist' },
    'counts-and-faults': { name: 'Zählen und Fehler', about: 'Dazu Seiten, Sätze und Uhren' },
    faults: { name: 'Fehler', about: 'Töne zählen' },
    nothing: { name: 'Nichts', about: 'Nur Töne und Bildschirm' },
  },
};
