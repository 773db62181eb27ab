import type * as en from '../en/faults';
import type { Words } from '../words';

export const faults: Words<typeof en> = {
  sourceFaults: {
    'camera-refused': {
      title: 'Die Kamera ist nicht erlaubt',
      todo: 'Klicke auf das Kamerazeichen in der Adresszeile, erlaube sie für diese Seite und versuche es noch einmal. Das Bild bleibt auf diesem Gerät.',
    },
    'camera-absent': {
      title: 'Keine Kamera gefunden',
      todo: 'Schließe eine Kamera an oder öffne ihre Blende und versuche es noch einmal. Du kannst auch ein Video analysieren, das du schon gefilmt hast.',
    },
    'camera-busy': {
      title: 'Ein anderes Programm nutzt die Kamera',
      todo: 'Beende den Videoanruf oder schließe den anderen Tab mit der Kamera und versuche es noch einmal.',
    },
    'camera-lost': {
      title: 'Die Kamera ist weg',
      todo: 'Stecke sie wieder an oder klappe den Deckel auf und versuche es noch einmal. Alles bisher Gezählte bleibt.',
    },
    'camera-silent': {
      title: 'Die Kamera schickt keine Bilder',
      todo: 'Öffne ihre Blende, schließe andere Programme, die sie nutzen, oder stecke sie ab und wieder an; versuche es dann noch einmal. Alles bisher Gezählte bleibt.',
    },
    'camera-unsupported': {
      title: 'Dieser Browser gibt hier keine Kamera',
      todo: 'Öffne Hipline auf localhost oder über https, in einem aktuellen Chrome, Edge, Firefox oder Safari.',
    },
    'file-unreadable': {
      title: 'Diese Datei war nicht lesbar',
      todo: 'Vielleicht wurde sie verschoben oder ist kein Video. Wähle sie noch einmal oder nimm ein MP4, MOV oder WebM.',
    },
    'file-no-video': {
      title: 'Diese Datei enthält kein Bild',
      todo: 'Sie scheint nur Ton zu enthalten. Wähle die Datei mit dem Film.',
    },
    'file-truncated': {
      title: 'Diese Datei ist abgeschnitten',
      todo: 'Was vor dem Schaden kam, wurde analysiert. Kopiere die Datei noch einmal von der Kamera und versuche es für den Rest erneut.',
    },
    'file-codec-unsupported': {
      title: 'Dieser Browser kann dieses Video nicht lesen',
      todo: 'Exportiere es als MP4 (H.264) oder öffne Hipline in einem anderen Browser und versuche es noch einmal.',
    },
    'stream-invalid': {
      title: 'Das ist keine Aufzeichnung von Hipline',
      todo: 'Wähle eine JSON-Datei mit dem Schema hipline.stream/1 oder ein Video.',
    },
  },
  poseFaults: {
    'worker-failed': {
      title: 'Das Posenmodell ist stehen geblieben',
      todo: 'Es wurde von selbst neu gestartet. Bleibt es so, lade die Seite neu: Dein Zählstand bleibt.',
    },
    'worker-hung': {
      title: 'Das Posenmodell hat nicht geantwortet',
      todo: 'Es wurde durch ein frisches ersetzt. Passiert es wieder, wähle in den Einstellungen das leichte Modell.',
    },
    'wasm-load': {
      title: 'Ein Teil von Hipline fehlt noch',
      todo: 'Lade die Seite neu. Hilft das nicht, ist die Installation unvollständig: Führe npm start noch einmal aus.',
    },
    'out-of-memory': {
      title: 'Der Speicher reicht nicht für das Posenmodell',
      todo: 'Schließe andere Tabs und Programme und versuche es noch einmal: Dein Zählstand bleibt. Das leichte Modell in den Einstellungen braucht weniger.',
    },
    'webgl-missing': {
      title: 'Dieser Browser hat kein WebGL',
      todo: 'Schalte in den Browsereinstellungen die Hardwarebeschleunigung ein oder öffne Hipline in einem anderen Browser.',
    },
    'model-missing': {
      title: 'Das Posenmodell fehlt',
      todo: 'Führe npm start noch einmal aus: Es baut das Modell. Oder wähle in den Einstellungen ein anderes Modell.',
    },
    'model-damaged': {
      title: 'Das Posenmodell ist beschädigt',
      todo: 'Lösche den Ordner public/models und führe npm start noch einmal aus. Oder wähle in den Einstellungen ein anderes Modell.',
    },
    'download-stalled': {
      title: 'Ein Teil von Hipline kommt nicht an',
      todo: 'Prüfe die Verbindung, oder ob der Server noch läuft, und versuche es noch einmal.',
    },
    'detect-failed': {
      title: 'Ein Bild war nicht lesbar',
      todo: 'Du musst nichts tun: Das nächste Bild wird versucht. Bleibt es so, lade die Seite neu; dein Zählstand bleibt.',
    },
    'out-of-order': {
      title: 'Die Uhr der Kamera ist gesprungen',
      todo: 'Du musst nichts tun: Das Bild wurde ausgelassen. Bleibt es so, versuche es mit der Kamera noch einmal.',
    },
    'not-loaded': {
      title: 'Das Posenmodell ist noch nicht bereit',
      todo: 'Warte einen Moment und versuche es dann noch einmal.',
    },
  },
  readsOnPage: {
    title: 'Dieser Browser ist hier langsamer',
    todo: 'Er gibt seinen Hintergrundprozessen keine Grafik; deshalb liest die Seite selbst die Bilder und kann ruckeln. Gezählt wird trotzdem; Chrome oder Edge sind schneller.',
  },
  bug: {
    title: 'Hipline hat einen Fehler gemacht',
    todo: 'Lade die Seite neu. Alles bisher Gezählte ist gespeichert und steht im Verlauf.',
  },
  feedbackFaults: {
    'no-voice': {
      title: 'Keine Stimme auf diesem Gerät',
      todo: 'Töne springen ein. Installiere in den Spracheinstellungen des Systems eine deutsche Stimme, um angesprochen zu werden.',
    },
    'no-sound': {
      title: 'Der Browser verbietet noch den Ton',
      todo: 'Drücke eine Taste oder klicke einmal. Bis dahin wird jeder Hinweis nur gezeigt.',
    },
    'no-listening': {
      title: 'Sprachbefehle sind aus',
      todo: 'Erlaub dieser Seite das Mikrofon oder heb stattdessen eine Hand. Wo Sprache nicht auf diesem Gerät erkannt wird, hört nichts zu.',
    },
    'no-wake-lock': {
      title: 'Der Bildschirm kann dunkel werden',
      todo: 'Schalte den Energiesparmodus aus oder berühre zwischen den Sätzen eine Taste.',
    },
  },
};
