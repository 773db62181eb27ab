import fc from 'fast-check';
import { addEntry, emptySession, emptySet } from '../../src/core/session/record';
import { exportSession } from '../../src/storage/exchange';
import { aSetStart, aStart, entryOfEachKind, EVENING } from './session-builders';

/** A session's file as it should be. */
export const goodFile = (id: string): string =>
  exportSession({
    ...emptySession(id, aStart()),
    ended: 'finished',
    endedAt: EVENING,
    felt: { pain: 2, effort: 5 },
    sets: [entryOfEachKind.reduce(addEntry, emptySet(1, aSetStart()))],
  });

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What people, other programs and attackers put into files. */
const hostile: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    '',
    '\ud800',
    'a'.repeat(10_000),
    -1,
    0.5,
    1e9,
    1e15,
    1e308,
    -1e308,
    [],
    {},
    true,
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.jsonValue() as fc.Arbitrary<Json>,
);

/** Every place of a JSON value, as functions that put something else there. */
function placesOf(value: Json, put: (value: Json) => void): ((value: Json) => void)[] {
  const inner =
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, child]) =>
          placesOf(child, (changed) => {
            (value as { [key: string]: Json })[key] = changed;
          }),
        );
  return [put, ...inner];
}

/** Such a file with up to three of its places tampered with. */
export const tamperedFile = fc
  .array(fc.tuple(fc.nat(), hostile), { minLength: 1, maxLength: 3 })
  .map((changes) => {
    const root: { value: Json } = { value: JSON.parse(goodFile('a')) as Json };
    for (const [at, value] of changes) {
      const places = placesOf(root.value, (changed) => (root.value = changed));
      places[at % places.length]?.(structuredClone(value));
    }
    return JSON.stringify(root.value);
  });
