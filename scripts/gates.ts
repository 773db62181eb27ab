/**
 * `npm run evaluate:gates -- [FOLDER...] [--write]`: what each gate of an exercise decides, by itself. Each is opened in turn: how
 * many true repetitions it refuses, and how many false ones it keeps out. `--write` writes docs/gates.md.
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { exercises } from '../src/exercises/registry';
import { findClips } from './evaluate/clips';
import {
  countIn,
  countWithout,
  GATES,
  prepare,
  thresholdOf,
  type GateCount,
  type Prepared,
} from './evaluate/gates';
import { openMovementModel } from './evaluate/movement';
import { FIXTURES } from './evaluate/options';
import { markdownTable } from './evaluate/table';

const PAGE = resolve(import.meta.dirname, '../docs/gates.md');
const MODELS = ['full', 'lite'] as const;

export const main = async (argv: readonly string[]): Promise<number> => {
  const folders = argv.filter((word) => !word.startsWith('--')).map((folder) => resolve(folder));
  const movement = await openMovementModel(true);
  const clips = (folders.length > 0 ? folders : [FIXTURES]).flatMap(findClips);
  const prepared: Prepared[] = [];
  for (const clip of clips)
    for (const model of MODELS) {
      const one = await prepare(clip, model, movement);
      if (one) prepared.push(one);
    }
  await movement.close();
  const text = pageOf(prepared, movement.id ?? 'none');
  const page = await format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' });
  if (argv.includes('--write')) writeFileSync(PAGE, page);
  console.log(page);
  return 0;
};

const pageOf = (clips: readonly Prepared[], model: string): string =>
  [
    '# Gates',
    `Written by \`npm run evaluate:gates -- FOLDER... --write\`; do not edit it by hand. ${String(clips.length)} recordings, those with both pose models counted twice; movement model \`${model}\`.`,
    'A gate tells an exercise from another movement. Each was opened in turn, all others as they are: so many more true repetitions are counted then, and so many more false ones. What two gates refuse alike shows in neither row. What says how far a movement must go is no gate.',
    ...exercises.flatMap((definition) => {
      const gates = Object.entries(GATES[definition.id] ?? {});
      if (gates.length === 0) return [];
      const now = countIn(clips, definition.id);
      const rows = gates.map(([gate, open]) => {
        console.error(definition.id, gate);
        return rowOf(gate, thresholdOf(definition, gate), now, countWithout(clips, definition, gate, open));
      });
      return [
        `## ${definition.text.name}`,
        `${String(now.found)} true repetitions counted, ${String(now.phantoms)} false ones.`,
        markdownTable(['gate', 'value', 'true ones refused', 'false ones kept out'], rows),
      ];
    }),
  ].join('\n\n') + '\n';

const rowOf = (
  gate: string,
  { value, unit }: ReturnType<typeof thresholdOf>,
  now: GateCount,
  open: GateCount,
): readonly string[] => [
  `\`${gate}\``,
  `${String(value)} ${unit === 'ratio' ? '' : unit}`.trim(),
  String(open.found - now.found),
  String(open.phantoms - now.phantoms),
];
