import type * as en from '../en/abilities';
import type { Words } from '../words';

export const abilities: Words<typeof en> = {
  abilities: {
    camera: {
      name: 'Kamera',
      there: 'Kann angefragt werden. Das Bild wird in dieser Seite angesehen und verworfen.',
      missing: 'Öffne Hipline über https oder auf localhost, oder analysiere ein Video, das du gefilmt hast.',
    },
    engine: {
      name: 'Das schnelle Posenmodell (LiteRT)',
      there: 'Es liest Körper auf dem Prozessor, auf mehreren Kernen, wo die Seite abgeschirmt ist.',
      missing:
        'Eine langsamere Fassung läuft, oder MediaPipe an seiner Stelle: dieselben Zahlen, weniger Bilder pro Sekunde.',
    },
    graphics: {
      name: 'Grafik (WebGL 2)',
      there: 'MediaPipe bekommt darüber seine Bilder. LiteRT braucht sie nicht.',
      missing:
        'LiteRT liest Körper auch ohne sie. Wo auch das nicht startet, schalte die Hardwarebeschleunigung ein.',
    },
    webgpu: {
      name: 'Der Grafikchip für LiteRT (WebGPU)',
      there:
        'Gibt es einen, wird er benutzt, wenn er ein bekanntes Bild richtig liest, und schneller als der Prozessor.',
      missing: 'Der Prozessor liest die Körper: dieselben Zahlen, und etwas mehr Arbeit für ihn.',
    },
    pictures: {
      name: 'Bilder ohne Kopieren (VideoFrame)',
      there: 'Die Bilder der Kamera gehen, wie sie sind, an das Modell.',
      missing: 'Jedes Bild wird erst kopiert: dieselben Zahlen, weniger Bilder pro Sekunde.',
    },
    'capture-time': {
      name: 'Der Zeitpunkt jedes Bildes',
      there: 'Die Zeiten der Wiederholungen kommen aus dem Video selbst.',
      missing: 'Es gilt der Takt des Bildschirms: Zeiten stimmen auf eine Sechzigstelsekunde.',
    },
    decoding: {
      name: 'Videos entschlüsseln (WebCodecs)',
      there: 'Ein Video wird Bild für Bild analysiert, so schnell es dieses Gerät kann.',
      missing: 'Der Player des Browsers geht das Video durch: dasselbe Ergebnis, langsamer.',
    },
    threads: {
      name: 'Mehrere Prozessorkerne zugleich',
      there: 'Die Seite ist von allen anderen getrennt; das erlaubt es.',
      missing: 'Lade die Seite einmal neu. Bleibt es so, geht alles, nur auf einem Kern.',
    },
    database: {
      name: 'Einheiten behalten',
      there: 'Einheiten bleiben auf diesem Gerät, bis du sie löschst.',
      missing: 'Nichts bleibt. Speichere jede Einheit in ihrer Auswertung als Datei.',
    },
    persistence: {
      name: 'Behalten, wenn der Speicher voll wird',
      there: 'Der Browser hat versprochen, sie nicht von selbst zu löschen.',
      missing: 'Der Browser kann sie löschen, wenn er Platz braucht. Speichere Wichtiges als Datei.',
    },
    offline: {
      name: 'Öffnen ohne Netz',
      there: 'Der Browser behält nach dem ersten Besuch eine Kopie der App.',
      missing: 'Hipline öffnet sich nur, solange der Server da ist.',
    },
    locks: {
      name: 'Von anderen Tabs wissen',
      there: 'Eine Einheit, die in einem Tab läuft, lassen die anderen in Ruhe.',
      missing:
        'Benutze immer nur einen Tab: Ein anderer könnte eine laufende Einheit für unterbrochen halten.',
    },
    voice: {
      name: 'Eine Stimme auf diesem Gerät',
      there: 'Zahlen und Hinweise werden gesprochen, ohne einen Server zu fragen.',
      missing: 'Töne und Bildschirm sagen alles. Stimmen kommen mit den Spracheinstellungen des Systems.',
    },
    speech: {
      name: 'Sprache auf diesem Gerät verstehen',
      there: 'Sprachbefehle lassen sich in den Einstellungen einschalten. Kein Ton verlässt das Gerät.',
      missing: 'Es gibt keine Sprachbefehle: heb eine Hand oder drück eine Taste oder einen Knopf.',
    },
    'wake-lock': {
      name: 'Den Bildschirm anlassen',
      there: 'Der Bildschirm bleibt an, während du trainierst.',
      missing: 'Stelle in den Systemeinstellungen ein, dass der Bildschirm länger als einen Satz an bleibt.',
    },
  },
  browserPage: {
    title: 'Was dieser Browser kann',
    lead: 'Wo etwas fehlt, geht Hipline einen anderen Weg und sagt, welchen.',
    there: 'Vorhanden',
    missing: 'Fehlt',
    sees: 'Was diese Seite sehen kann',
    seen: [
      'Die Kamera, nur während du trainierst und nur, wenn du es erlaubt hast. Kein Bild wird je behalten oder gesendet.',
      'Das Mikrofon, nur während du trainierst und nur, wenn du Sprachbefehle einschaltest; das geht dort, wo Sprache auf diesem Gerät erkannt wird. Kein Ton wird je behalten oder gesendet.',
      'Dateien, die du wählst, während sie analysiert werden.',
      'Was sie selbst behält: Einstellungen und Einheiten als Zahlen und Strichmännchen, nur in diesem Browser.',
    ],
    seesNot: 'Was sie nicht sehen kann',
    unseen: [
      'Das Netz: Die Seite darf nur mit dem Ort sprechen, von dem sie kam, und sie sendet nichts dorthin.',
      'Andere Seiten, deine Dateien oder wo du bist.',
    ],
    licences: 'Worauf Hipline steht, und unter welchen Bedingungen',
  },
};
