import type * as en from '../en/live';
import type { Words } from '../words';

const setup: Words<typeof en.setup> = {
  person: { label: 'Du bist im Bild', todo: 'Komm ins Bild' },
  whole: { label: 'Kopf bis Fuß im Bild', todo: 'Geh zurück, bis deine Füße zu sehen sind' },
  distance: { label: 'Guter Abstand', todo: 'Komm etwas näher' },
  light: { label: 'Genug Licht', todo: 'Mach vor dir Licht an' },
  still: { label: 'Ruhiger Stand', todo: 'Steh still, Füße unter den Hüften' },
};

export const live: Words<typeof en> = {
  setup,
  setupLying: {
    ...setup,
    whole: {
      label: 'Von Kopf bis Ferse im Bild',
      todo: 'Rutsch zurück, bis deine Fersen zu sehen sind',
    },
    still: { label: 'In Position', todo: 'Leg dich auf die Seite, mit Blick zur Kamera' },
  },
  setupHints: {
    other: 'Noch jemand ist im Bild: Bitte die Person hinaus',
    aside: 'Komm in die Mitte des Bildes',
    turned: 'Dreh dich zur Kamera',
    tilted: 'Das Bild ist schief: Stell die Kamera gerade',
    backlit: 'Das Licht kommt von hinten: Zieh den Vorhang zu oder dreh die Kamera',
  },
  way: {
    start: { left: 'Fang weiter links an', right: 'Fang weiter rechts an' },
    turn: {
      short: (steps) => `Nach ${steps} Schritten umkehren`,
      long: (room, of) => `Nur ${room} von ${of} passen ins Bild; für mehr geh zurück.`,
    },
    noRoom: 'Geh zurück: Die Schritte passen nicht ins Bild',
  },
  commands: {
    start: 'start, los, anfangen',
    pause: 'pause, stopp, stop',
    goOn: 'weiter, weitermachen',
    next: 'nächste, nächster, nächstes',
    repeat: 'noch einmal, nochmal, wiederholen',
    end: 'beenden, ende, schluss',
  },
  pauses: {
    asked: {
      spoken: 'Pause',
      title: 'Pause',
      todo: 'Heb eine Hand oder drück den Knopf, dann geht es weiter.',
    },
    hidden: {
      spoken: 'Pause',
      title: 'Pause',
      todo: 'Der Tab war verdeckt. Heb eine Hand oder drück den Knopf, dann geht es weiter.',
    },
    absent: {
      spoken: 'Pause. Ich sehe dich nicht',
      title: 'Niemand ist im Bild',
      todo: 'Komm zurück ins Bild und steh still: Dann geht es von selbst weiter.',
    },
    ending: {
      spoken: 'Einheit beenden? Eine Hand heißt weiter, beide beenden',
      title: 'Einheit beenden?',
      todo: 'Alles Gezählte bleibt. Heb eine Hand zum Weitermachen, beide Hände zum Beenden.',
    },
    goOn: 'Weiter',
    cameraOff: 'Seit einer Minute Pause: Die Kamera ist aus',
    cameraOffTodo: 'Die Kamera wurde nach einer Minute ausgeschaltet. Drück den Knopf, dann geht es weiter.',
    endNow: 'Beenden und auswerten',
  },
  signs: {
    pause: 'Pause',
    goOn: 'Weiter',
    begin: 'Nächster Satz jetzt',
    repeat: 'Satz wiederholen',
    end: 'Beenden',
  },
  hands: {
    open: 'Rechte Hand hoch (optional)',
    proved: 'Links und rechts stimmen',
    doubted: 'Die linke Hand wurde gesehen',
    invite: 'Wenn du magst, heb die rechte Hand hoch: Das beweist links und rechts.',
    wrong: {
      title: 'Das war deine linke Hand',
      todo: 'War es die rechte, spiegelt deine Kamera: Schalte das in ihrem eigenen Programm aus.',
    },
  },
  offer: {
    question: 'Welche ist es?',
    press: (key, name) => `Drück ${key} für ${name}.`,
  },
  rest: {
    next: 'Als Nächstes',
    go: 'Jetzt starten',
    more: '30 s mehr',
    first: { left: 'Zuerst die linke Seite.', right: 'Zuerst die rechte Seite.' },
    needed: (things) => `Du brauchst: ${things}`,
    counted: (reps) => `Hipline: ${reps}`,
  },
  sound: {
    title: 'Ton',
    says: 'Die Stimme sagt',
    voice: 'Lautstärke der Stimme',
    tones: 'Lautstärke der Töne',
  },
  lighting: {
    dark: { title: 'Es ist zu dunkel', spoken: 'Es ist zu dunkel: Mach vor dir Licht an' },
    backlit: {
      title: 'Das Licht kommt von hinten',
      spoken: 'Das Licht kommt von hinten: Zieh den Vorhang zu',
    },
  },
  slow: {
    spoken: 'Zu langsam zum Zählen',
    title: 'Zu wenige Bilder, um sicher zu zählen',
    faster: 'Schnelleres Modell nehmen',
  },
  done: { title: 'Geschafft', review: 'Zur Auswertung' },
  ownPlan: {
    title: 'Auf dich anpassen',
    reps: 'Wiederholungen',
    holdS: 'Sekunden halten',
    sets: 'Sätze',
    restS: 'Sekunden Pause',
    order: 'Reihenfolge',
    eachSide: 'Erst eine Seite',
    alternating: 'Abwechselnd',
    firstSide: 'Beginnen mit',
    reset: 'Zurück zur Vorgabe',
  },
  compared: { best: 'Deine beste', worst: 'Zu ändern' },
  tooNear: 'Geh etwas zurück',
};
