import type * as en from '../en/sensor';
import type { Words } from '../words';

export const sensor: Words<typeof en> = {
  sensor: {
    title: 'Mit einem Handy nachprüfen',
    lead: 'Ein Handy über dem Kreuzbein misst auch, wie sich das Becken neigt. Öffne seine Aufzeichnung dieser Einheit und sieh, wie gut Kamera und Handy übereinstimmen. Die Datei wird hier gelesen und nicht aufbewahrt.',
    open: 'Aufzeichnung öffnen',
    openAnother: 'Andere Aufzeichnung öffnen',
    reading: 'Die Aufzeichnung wird gelesen und ihr Zeitversatz gesucht …',
    how: {
      title: 'So entsteht eine Aufzeichnung',
      list: [
        'Installiere eine freie App, die Sensoren aufzeichnet, zum Beispiel Sensor Logger oder phyphox, und wähle Gravitation oder Orientierung.',
        'Starte die Aufzeichnung und steck das Handy hinten in den Hosenbund: flach auf das Kreuzbein, hochkant, kopfüber oder quer. Merk dir, ob der Bildschirm zum Körper zeigt.',
        'Steh fünf Sekunden ruhig auf beiden Beinen und trainiere dann wie immer. Am meisten zeigt das Beckenheben.',
        'Beende die Aufzeichnung, exportiere sie als CSV, bring die Datei auf dieses Gerät und öffne sie hier.',
      ],
    },
    worn: {
      title: 'Der Bildschirm des Handys',
      found: 'Herausfinden',
      out: 'Zeigte weg',
      in: 'Zeigte zum Körper',
      note: 'Aufrecht, kopfüber oder quer ist gleich: Das sagt die Schwerkraft. Der Bildschirm vertauscht links und rechts, und keine Datei sagt, wohin er zeigte.',
    },
    chart: {
      title: 'Becken, Kamera und Handy',
      reading: 'Grad, nach oben heißt: rechte Seite höher',
      camera: 'Kamera',
      phone: 'Handy',
      moment: (time, camera, phone) => `${time}: Kamera ${camera}; Handy ${phone}`,
      table: 'Kamera und Handy als Tabelle',
      columns: ['Zeit', 'Kamera', 'Handy', 'Kamera − Handy'],
    },
    plot: {
      title: 'Wie weit sie auseinander lagen',
      reading: 'Kamera − Handy, über dem Mittel beider',
      label: (bias, lower, upper) =>
        `Bland-Altman-Diagramm: Jeder Punkt ist ein Moment. Die mittlere Differenz ist ${bias}, die Übereinstimmungsgrenzen sind ${lower} und ${upper}.`,
      bias: (value) => `Mittel ${value}`,
      limit: (value) => `Grenze ${value}`,
    },
    figures: {
      bias: 'Mittlere Differenz',
      biasNote:
        'Kamera − Handy. Darin steckt auch, wie gerade das Becken stand, als die Null des Handys genommen wurde.',
      limits: 'Übereinstimmungsgrenzen',
      limitsNote: 'Mittel ± 1,96 Standardabweichungen (Bland und Altman 1986).',
      correlation: 'Korrelation',
      correlationNote: 'Pearsons r beider Kurven: 1 ist derselbe Verlauf.',
      moments: 'Verglichene Momente',
      momentsNote: 'Zehn in der Sekunde, wo beide maßen. Sie sind nicht unabhängig voneinander.',
    },
    sentence: (bias, lower, upper) =>
      `Im Mittel wich die Kamera um ${bias} vom Handy ab; von 100 Momenten sind 95 zwischen ${lower} und ${upper} zu erwarten.`,
    offset: (seconds) =>
      `Die Aufzeichnung wurde von selbst über die Einheit gelegt: Zeitversatz ${seconds} s.`,
    screens: {
      out: 'Der Bildschirm zeigte vom Körper weg; auch das ergab sich aus den Kurven.',
      in: 'Der Bildschirm zeigte zum Körper; auch das ergab sich aus den Kurven.',
    },
    screensGiven: {
      out: 'Der Bildschirm zeigte vom Körper weg, wie du gesagt hast.',
      in: 'Der Bildschirm zeigte zum Körper, wie du gesagt hast.',
    },
    heldOut: (r, lower, upper) =>
      `Momente werden nur nach der Zeit zugeordnet, aber der Zeitversatz ist der, bei dem beide am besten passen. Zur Probe wurde jede Hälfte der Einheit von der anderen eingeordnet: r ${r}, Grenzen ${lower} bis ${upper}.`,
    notHeldOut:
      'Momente werden nur nach der Zeit zugeordnet, aber der Zeitversatz ist der, bei dem beide am besten passen: Diese Zahlen sind die günstigsten. Die Hälften dieser Einheit sind zu kurz oder zu gleichmäßig, um das zu prüfen.',
    drift: (perMinute) =>
      `Die Differenz änderte sich um ${perMinute} in der Minute: Eines von beiden driftet, oder das Handy ist verrutscht.`,
    badRows: (rows) =>
      rows === 1
        ? 'Eine Zeile der Datei war nicht zu lesen und wurde ausgelassen.'
        : `${rows} Zeilen der Datei waren nicht zu lesen und wurden ausgelassen.`,
    limit:
      'Die Null des Handys sind die ruhigsten zwei Sekunden im Stand. Ein Handy neben der Mitte des Rückens mischt das Vorbeugen in die Neigung.',
  },
  sensorFileFaults: {
    unreadable: {
      title: 'Diese Aufzeichnung ist nicht erreichbar',
      todo: 'Vielleicht wurde sie verschoben oder gelöscht. Wähle sie noch einmal.',
    },
    'too-large': {
      title: 'Diese Aufzeichnung ist zu groß',
      todo: 'Zeichne eine Einheit allein auf, mit höchstens hundert Zeilen in der Sekunde.',
    },
    'no-table': {
      title: 'Das ist keine Aufzeichnung von Sensoren',
      todo: 'Wähle die CSV-Datei, die eine Sensor-App exportiert hat: eine Tabelle, in der die Zeit steht. Ein ZIP muss erst entpackt werden.',
    },
    'no-gravity': {
      title: 'In dieser Aufzeichnung fehlt die Gravitation',
      todo: 'Zeichne Gravitation oder Orientierung (den Rotationsvektor) auf. Beschleunigung allein unterscheidet Neigung nicht von Bewegung.',
    },
    'not-gravity': {
      title: 'Das ist Beschleunigung, nicht Gravitation',
      todo: 'Wähle die Datei Gravity.csv oder Orientation.csv derselben Aufzeichnung.',
    },
    damaged: {
      title: 'Das meiste dieser Datei ist nicht zu lesen',
      todo: 'Exportiere die Aufzeichnung in der Sensor-App noch einmal, als CSV.',
    },
    'too-short': {
      title: 'Diese Aufzeichnung ist zu kurz',
      todo: 'Sie muss mindestens zehn Sekunden lang sein, mit fünf oder mehr Zeilen in der Sekunde.',
    },
  },
  sensorRefusals: {
    'no-curve': {
      title: 'Die Kamera hat zu wenig vom Becken gemessen',
      todo: 'Wähle eine Einheit, in der du länger vor der Kamera standest; das Liegen im Seitstütz zählt nicht.',
    },
    'phone-flat': {
      title: 'Das Handy lag die ganze Zeit flach',
      todo: 'Trag es aufrecht, flach am Rücken des Beckens, und zeichne noch einmal auf.',
    },
    'too-still': {
      title: 'Das Becken hat sich kaum bewegt',
      todo: 'In dieser Einheit gibt es nichts zu vergleichen. Zeichne eine mit Beckenheben oder Marschieren auf.',
    },
    'no-overlap': {
      title: 'Die Aufzeichnung deckt weniger als die Hälfte der Einheit ab',
      todo: 'Wähle die Aufzeichnung dieser Einheit. Starte das Handy vor der Kamera und beende es danach.',
    },
    'no-match': {
      title: 'Die beiden zeigen nicht dieselbe Bewegung',
      todo: 'Wähle die Aufzeichnung dieser Einheit. Wenn sie es ist, ist vielleicht das Handy verrutscht, oder die Kamera sah zu wenig.',
    },
    ambiguous: {
      title: 'Die beiden passen auf mehr als eine Weise',
      todo: 'Die Bewegung ist zu gleichmäßig, um die Wiederholungen zu unterscheiden. Beweg dich einmal ungleichmäßig, zum Beispiel mit einem einzelnen Beckenheben vor dem Satz, und zeichne noch einmal auf.',
    },
  },
};
