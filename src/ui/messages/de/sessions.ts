import type * as en from '../en/sessions';
import { toTenth } from '../../model/format';
import type { Words } from '../words';

const sessionCount = (value: number): string => (value === 1 ? '1 Einheit' : `${value} Einheiten`);

export const sessions: Words<typeof en> = {
  importing: {
    choose: 'Importieren',
    hint: 'Einheiten, die als Datei gespeichert wurden, lassen sich wieder hereinholen.',
    imported: 'Hereingeholt',
    summary: ({ imported, alreadyHere, differing, failed }) => ({
      title: imported === 0 ? 'Keine Einheit hereingeholt' : `${sessionCount(imported)} hereingeholt`,
      todo: [
        alreadyHere > 0
          ? `${sessionCount(alreadyHere)} ${alreadyHere === 1 ? 'war' : 'waren'} schon hier.`
          : '',
        differing > 0
          ? `Von ${differing === 1 ? '1 Einheit' : `${differing} Einheiten`} ist ein anderer Stand hier: Behalte beide oder lass alles, wie es ist.`
          : '',
        failed > 0 ? `${sessionCount(failed)} ${failed === 1 ? 'war' : 'waren'} nicht lesbar.` : '',
        failed + differing + alreadyHere === 0 ? 'Alle stehen unten in der Liste.' : '',
      ]
        .filter(Boolean)
        .join(' '),
    }),
    failures: (failed) => (failed === 1 ? 'Welche, und warum' : 'Welche es sind, und warum'),
    alreadyHere: {
      title: 'Diese Einheit ist schon hier',
      todo: 'Die Datei enthält genau, was schon gespeichert ist. Es wurde nichts geändert.',
    },
    differs: {
      title: 'Von dieser Einheit ist ein anderer Stand hier',
      todo: 'Die Datei und der gespeicherte Stand sind verschieden: Einer wurde korrigiert oder weiter aufgezeichnet. Behalte beide oder lass alles, wie es ist.',
    },
  },
  replay: {
    none: 'Von dieser Wiederholung gibt es kein Strichmännchen',
    label: 'Strichmännchen.',
    play: 'Abspielen',
    pause: 'Anhalten',
    playing: 'läuft',
    slow: 'Langsam',
    frameBack: 'Ein Bild zurück',
    frameOn: 'Ein Bild weiter',
    best: (rep) => `Beste dieser Seite: ${rep}`,
    worst: (rep) => `Schlechteste dieser Seite: ${rep}`,
    moment: 'Moment der Wiederholung',
  },
  patterns: {
    title: 'Was die Kamera gesehen hat',
    note: 'Ein Durchschnitt gilt für den schlechtesten Moment jeder Wiederholung, mit seinem eigenen Fehler.',
    limit: 'Die gepunktete Marke ist der Winkel, ab dem dieses Bein auffällig war.',
  },
  charts: {
    read: 'Zeig auf das Diagramm oder nimm die Pfeiltasten, um es abzulesen. Zieh oder spreiz zwei Finger, um näher heranzukommen, oder drück Plus.',
    closer: 'Näher',
    all: 'Alles',
    shown: (fromS, toS) => `Zu sehen: ${fromS} s bis ${toS} s.`,
    note: 'Gezeichnet ist, was beurteilt wurde, von dem Bein, das beurteilt wurde, solange es beurteilt wurde. Im Band und in jedem ± liegen zwei von drei wahren Werten; worin 95 von 100 liegen, steht in der Tabelle. Die gepunktete Linie ist der Winkel, ab dem dieses Bein auffällig ist; je unsicherer die Messung, desto höher liegt sie.',
  },
  sideBars: {
    counted: 'Gezählt, nach der Seite, die sich bewegt',
    judged: 'Beurteilt, nach dem Bein mit dem Fehler',
  },
  taking: {
    all: 'Alle speichern',
    some: (count) => `${sessionCount(count)} speichern`,
    more: 'Drucken oder exportieren',
    json: { name: 'Alles, für Hipline', button: 'Als JSON speichern' },
    jsonAll:
      'Zahlen, Urteile, Kurven und Strichmännchen. Lässt sich hier oder auf einem anderen Gerät wieder hereinholen. Sehr viele Einheiten werden mehrere Dateien.',
    csv: {
      name: 'Eine Tabelle',
      about:
        'CSV für eine Tabellenkalkulation: eine Zeile je Wiederholung, mit dem fehlerhaften Bein zu jeder Prüfung. Die Spaltennamen sind englisch.',
      button: 'Als CSV speichern',
    },
    fit: {
      name: 'Ein Krafttraining',
      about: 'FIT für Sportuhren und Trainingstagebücher: die Sätze mit Übung, Wiederholungen und Zeit.',
      button: 'Als FIT speichern',
    },
    print: {
      name: 'Eine Seite Papier',
      about: 'Eine Zusammenfassung für deine Physiotherapie, zum Drucken oder als PDF.',
      button: 'Seite zeigen',
    },
    working: 'Die Einheiten werden gelesen …',
    failed:
      'Das hat nicht geklappt. Prüfe die Verbindung und versuche es noch einmal; es wurde nichts geändert.',
    left: (count) =>
      count === 1
        ? '1 Einheit war nicht lesbar und fehlt in der Datei.'
        : `${count} Einheiten waren nicht lesbar und fehlen in der Datei.`,
  },
  printed: {
    title: 'Zusammenfassung',
    lead: 'So sieht es auf Papier aus. Beim Drucken kannst du es auch als PDF speichern; es wird nichts verschickt.',
    back: 'Auswertung',
    print: 'Drucken',
    heading: 'Hipline: Zusammenfassung einer Einheit',
    name: 'Name:',
    fromFile: 'aus einer Videodatei',
    peaks: (fault) => `${fault}, schlechtester Moment jeder Wiederholung`,
    marks:
      'Gefüllte Marken waren auffällig. Zwei von drei wahren Werten liegen in der dicken Linie und im ±, 95 von 100 in der dünnen.',
    howMeasured:
      'Ein abgesunkenes Becken zählt zu dem Bein, das das Gewicht trägt, ein Knie nach innen zu diesem Knie. Was die Kamera nicht sehen konnte, wurde nicht beurteilt und gilt nicht als sauber.',
  },
  keeping: { keep: 'Im Verlauf behalten', show: 'Behalten: ansehen' },
  storing: {
    title: 'Auf diesem Gerät gespeichert',
    used: (used, quota) => `${used} von ${quota} belegt, die dieser Browser gibt.`,
    usedOnly: (used) => `${used} belegt.`,
    unknown: 'Dieser Browser verrät nicht, wie viel belegt ist.',
    persistent: 'Der Browser hat versprochen, nichts zu löschen, wenn der Speicher knapp wird.',
    notPersistent: 'Der Browser kann alles löschen, wenn der Speicher knapp wird.',
    ask: 'Ihn bitten, die Einheiten zu behalten',
    refused: 'Der Browser hat es nicht versprochen. Speichere deine Einheiten ab und zu als Datei.',
    figures: 'Strichmännchen behalten von',
    figuresAll: 'allen Einheiten',
    figuresSome: (count) =>
      count === 0 ? 'keiner Einheit' : count === 1 ? 'der letzten Einheit' : `den letzten ${count} Einheiten`,
    figuresAbout:
      'Sie brauchen den meisten Platz. Ältere werden endgültig entfernt, wenn die nächste Einheit beginnt; Zahlen, Urteile und Kurven bleiben.',
  },
  unsureCount: (fps) =>
    `Der Zählstand dieses Satzes ist unsicher: Zeitweise wurden nur ${toTenth(fps)} Bilder pro Sekunde gelesen, da können Wiederholungen fehlen. In den Einstellungen kannst du ein schnelleres Posenmodell wählen.`,
};
