import type { ExerciseText } from '../../../core/exercise/definition';

const STANDING_CAMERA = 'Kamera auf Hüfthöhe, 2,5 bis 3 m entfernt. Blick zu ihr; Kopf und Füße im Bild.';

export const exercises: Readonly<Record<string, ExerciseText>> = {
  'banded-lateral-step': {
    name: 'Seitschritt mit Band',
    summary: 'Schritte zur Seite gegen ein Miniband: Sie trainieren die Abduktoren beider Hüften unter Last.',
    steps: [
      'Band knapp über den Knien, Füße hüftbreit, Knie leicht gebeugt.',
      'Mach mit dem vorderen Fuß einen Schritt zur Seite.',
      'Lass den anderen Fuß langsam nachkommen, ohne die Füße zu schließen.',
      'Bleib leicht in der Hocke, Zehen nach vorn, Knie über den Füßen.',
      'Zehn Schritte nach rechts, dann zehn nach links.',
    ],
    camera:
      'Kamera auf Hüfthöhe, 3 m entfernt, mit Blick zu dir. Beginne an einem Rand des Bildes, damit zehn Schritte hineinpassen.',
    equipment: 'Ein Miniband.',
    sideLabel: { left: 'nach links', right: 'nach rechts' },
    cues: {
      'knee-collapse': {
        short: '{linkes|rechtes} Knie raus',
        long: 'Das {linke|rechte} Knie fällt nach innen: Drück es gegen das Band nach außen, über den Fuß.',
      },
      'hip-drop': {
        short: 'Becken gerade',
        long: 'Das Becken sinkt ab, wenn der Fuß abhebt: Halte es gerade.',
      },
      'standing-tall': { short: 'Tiefer bleiben', long: 'Du bist hochgekommen: Bleib leicht in der Hocke.' },
      'feet-together': {
        short: 'Füße auseinander',
        long: 'Die Füße schließen sich: Stopp den hinteren Fuß auf Hüftbreite.',
      },
      'trunk-lean': {
        short: 'Bleib aufrecht',
        long: 'Der Rumpf neigt sich zur Seite: Halte ihn über dem Becken.',
      },
    },
  },
  'curtsy-lunge': {
    name: 'Knicks-Ausfallschritt',
    summary:
      'Ein Schritt schräg nach hinten, hinter den anderen Fuß: Die vordere Hüfte hält das Knie über dem Fuß.',
    steps: [
      'Steh aufrecht, Füße hüftbreit.',
      'Setz einen Fuß nach hinten und hinüber, hinter den anderen.',
      'Beuge beide Knie; Brust hoch, das vordere Knie über den Zehen.',
      'Drück dich über die vordere Ferse zurück in den Stand, dann wechsle die Seite.',
    ],
    camera: STANDING_CAMERA,
    equipment: 'Nichts; mit einem Gewicht vor der Brust wird es schwerer.',
    sideLabel: { left: 'linkes Bein vorn', right: 'rechtes Bein vorn' },
    cues: {
      'hip-drop': {
        short: 'Becken gerade',
        long: 'Dein Becken sinkt auf der freien Seite ab: Halte beide Hüftknochen auf einer Höhe.',
      },
      'knee-collapse': {
        short: '{linkes|rechtes} Knie raus',
        long: 'Dein {linkes|rechtes} Knie geht nach innen: Drück es nach außen über die Zehen.',
      },
      'trunk-lean': {
        short: 'Brust hoch',
        long: 'Dein Rumpf neigt sich zur Seite: Halte die Brust über dem Becken.',
      },
      'partial-range': {
        short: 'Tiefer',
        long: 'Beuge das vordere Knie weiter, so weit es angenehm ist.',
      },
      'too-fast': { short: 'Langsamer', long: 'Nimm dir etwa zwei Sekunden für jeden Ausfallschritt.' },
    },
  },
  'hip-hike': {
    name: 'Beckenheben auf der Stufe',
    summary: 'Auf einem Bein auf einer Stufe: die freie Hüfte absenken, dann über die Waagrechte heben.',
    steps: [
      'Stell dich seitlich mit einem Fuß auf eine Stufe; das andere Bein hängt daneben.',
      'Halte beide Knie gestreckt.',
      'Lass die Hüfte des hängenden Beins langsam absinken.',
      'Heb sie höher als die andere Hüfte, dann komm zurück in die Waagrechte.',
    ],
    camera: 'Kamera auf Hüfthöhe, 2,5 bis 3 m entfernt. Blick zu ihr; Kopf, Füße und Stufe im Bild.',
    equipment: 'Eine Stufe oder ein dickes Buch, und eine Wand zum Abstützen.',
    sideLabel: { left: 'Stand auf dem linken Bein', right: 'Stand auf dem rechten Bein' },
    cues: {
      'stance-knee-bent': {
        short: 'Knie gestreckt',
        long: 'Dein Standknie beugt sich: Lass die Hüfte die Arbeit machen.',
      },
      'trunk-lean': {
        short: 'Mach dich groß',
        long: 'Dein Rumpf neigt sich: Halte die Brust über dem Becken.',
      },
      'partial-range': {
        short: 'Größer',
        long: 'Senk die freie Hüfte weiter ab und heb sie dann über die Waagrechte.',
      },
      'too-fast': { short: 'Langsamer', long: 'Nimm dir etwa zwei Sekunden für ab und auf.' },
    },
  },
  'kettlebell-march': {
    name: 'Kettlebell-Marsch',
    summary:
      'Ein Knie nach dem anderen heben, ein Gewicht in einer Hand: Die Standhüfte hält das Becken gerade.',
    steps: [
      'Steh aufrecht, Kettlebell in einer Hand, die andere Hand an der Hüfte.',
      'Heb langsam ein Knie Richtung Brust.',
      'Halte beide Hüftknochen auf gleicher Höhe.',
      'Setz den Fuß leise ab, warte kurz, dann heb das andere Knie.',
    ],
    camera: STANDING_CAMERA,
    equipment: 'Eine Kettlebell oder ein Gewicht, das du in einer Hand halten kannst.',
    sideLabel: { left: 'linkes Knie', right: 'rechtes Knie' },
    cues: {
      'hip-drop': {
        short: 'Becken gerade',
        long: 'Dein Becken sinkt auf der Seite des gehobenen Beins ab: Drück den Standfuß in den Boden und mach dich groß.',
      },
      'trunk-lean': {
        short: 'Mach dich groß',
        long: 'Dein Rumpf neigt sich nach {links|rechts}: Halte die Brust über dem Becken.',
      },
      'partial-range': {
        short: 'Knie höher',
        long: 'Heb das Knie, bis der Oberschenkel etwa waagrecht ist.',
      },
      'too-fast': { short: 'Langsamer', long: 'Nimm dir etwa zwei Sekunden für jedes Heben.' },
    },
    betweenSets: { short: 'Hand wechseln', long: 'Nimm die Kettlebell in die andere Hand.' },
  },
  'side-plank': {
    name: 'Seitstütz',
    summary: 'Halten auf einem Unterarm: trainiert die Hüfte und die Flanke, die dem Boden näher sind.',
    steps: [
      'Leg dich auf die Seite, mit Blick zur Kamera, Ellbogen unter der Schulter.',
      'Hüften, Knie und Knöchel übereinander.',
      'Heb die Hüfte, bis Kopf, Hüfte und Fersen eine Linie sind.',
      'Halte und atme. Die Uhr steht, solange die Hüfte durchsackt.',
      'Senk die Hüfte, dreh dich um und halte auf der anderen Seite.',
    ],
    camera:
      'Kamera auf dem Boden oder einem niedrigen Stuhl, 2,5 bis 3 m entfernt. Leg dich quer ins Bild, mit Kopf und Füßen im Bild.',
    equipment: 'Eine Matte.',
    sideLabel: { left: 'linke Seite unten', right: 'rechte Seite unten' },
    cues: {
      'hip-drop': {
        short: 'Hüfte hoch',
        long: 'Deine Hüfte sinkt zum Boden: Heb sie zurück in die Linie von Schultern bis Fersen.',
      },
    },
  },
  'single-leg-stand': {
    name: 'Einbeinstand',
    summary:
      'Der Hüfttest: 30 Sekunden auf einem Bein stehen, das Becken gerade oder auf der freien Seite etwas höher.',
    steps: [
      'Steh aufrecht, Arme locker, etwas zum Festhalten in Reichweite.',
      'Heb einen Fuß eine Handbreit vom Boden, das Knie etwas nach vorn.',
      'Halte das Becken gerade: Solange läuft die Uhr.',
      'Stell nach 30 Sekunden den Fuß ab, dann steh auf dem anderen Bein.',
    ],
    camera: STANDING_CAMERA,
    equipment: 'Nichts.',
    sideLabel: { left: 'Stand auf dem linken Bein', right: 'Stand auf dem rechten Bein' },
    cues: {
      'hip-drop': {
        short: 'Becken gerade',
        long: 'Dein Becken sinkt auf der freien Seite ab: Drück den {linken|rechten} Fuß in den Boden und mach dich groß.',
      },
    },
  },
};
