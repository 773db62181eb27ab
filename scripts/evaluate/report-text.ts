/** What stands in the report whatever was measured. */

export const METHOD = `## What the numbers mean

- *Development clips* (d01–d18): rendered people with exact truth, made while the analysers were written; their landmarks ship as the project's fixtures. *Regular sets, people left out*: 91 whole sets from the movement model's own data
  (\`models/movement/data\`), of random bodies in random rooms, the camera up to 30° to the side, with a few faults and partial repetitions. Every fifth person was left out of
  training, and these are theirs; but gates and reading models were set with them in view, so their figures are a little better than those of somebody new. *Training set, val split*: shorter rendered clips with random
  bodies, rooms, cameras, tempi and depths, of people the movement model was not trained on. All are rendered: the truth is exact, the people are not real. *Real recordings* are reported apart, below.
- *Wide motion, people left out*: 28 sets, on which nothing was chosen, of what lies as far from the prescription as the renderer goes: pelves that hike and drop by up to 16° whatever the lift, lifts without a rest or held for three seconds, feet turned out,
  cameras on the floor or on a shelf, up to 36° to the side, feet below the picture in a fifth ([movement-model.md](movement-model.md)). It shows what happens beyond what the app asks for, and is left out of the chapters on each exercise.
- A counted repetition matches a true one of the same side when their spans overlap by half of the shorter. What is left over is *phantom* or *missed*. Attempts between a repetition and a partial one (training set only) are not scored.
- Faults are scored per matched repetition. A hip drop is true from 7° and clean up to 4°; a knee collapse from 11° and up to 7°; between them it is not scored. *Not judged*: the app said that it could not see; on a faulty repetition this counts as missed, on a clean one as clean.
- A hip hike lowers the free hip on purpose: there a drop is the movement and is not scored.
- Times are of the frame at which the live app would have spoken. Negative: before the body was wholly back at rest.

## How to reproduce

\`\`\`
npm run evaluate                      # the fixtures in test/fixtures/streams, full model: seconds
npm run evaluate -- --all             # the same under every condition, and with every exercise over the idle clip
npm run evaluate -- models/movement/data   # sets of the people who were left out of training, with the honesty of every ±
npm run evaluate -- FOLDER --write    # any folder of clips with truth (hipline.truth/1 beside mp4); writes this page
\`\`\`

Landmarks are measured once per clip and model and kept by the clip's content; after a change of an analyser a run takes seconds.`;

export const LIMITS = `## What this does not show

- Angles were checked against rendered bodies only. No motion capture of real people was available; of real people only counts, holds and deliberate hip dips were checked, by eye.
- The rendered rooms have one light and nothing that hides the body. Loose clothes, pets and crowded rooms are not covered.
- Nobody with an injury was recorded. The app says what the camera saw; it diagnoses nothing.`;
