import { expect, it } from 'vitest';
import { emptySession } from '../../../src/core/session/record';
import { MemorySessionStore } from '../../../src/storage/memory-session-store';
import { createDeletion } from '../../../src/ui/deletion';
import { breakable } from '../../support/failing-session-store';
import { aStart, EVENING } from '../../support/session-builders';

async function opened() {
  const memory = new MemorySessionStore();
  for (const id of ['a', 'b', 'c']) await memory.put(emptySession(id, aStart()));
  const broken = breakable(memory);
  const ids = async () => {
    const digests = await memory.digests();
    return (digests.ok ? digests.value : [])
      .flatMap((item) => (item.kind === 'digest' ? [item.digest.id] : []))
      .sort();
  };
  return { deletion: createDeletion(broken.store, () => EVENING), memory, ids, broken };
}

it('takes the last deletion back', async () => {
  const { deletion, ids } = await opened();
  expect(await deletion.remove(['a', 'c'])).toBeNull();
  expect(deletion.last.value).toEqual(['a', 'c']);
  expect(await ids()).toEqual(['b']);
  expect(await deletion.undo()).toBeNull();
  expect(deletion.last.value).toEqual([]);
  expect(await ids()).toEqual(['a', 'b', 'c']);
});

it('removes for good what was deleted before, and what was settled', async () => {
  const { deletion, memory, ids } = await opened();
  await deletion.remove(['a']);
  await deletion.remove(['b']);
  await deletion.undo();
  await memory.unbin(['a']);
  expect(await ids()).toEqual(['b', 'c']);
  await deletion.remove(['c']);
  deletion.settle();
  await memory.unbin(['c']);
  expect(await ids()).toEqual(['b']);
});

it('says why it could not, and offers no way back from what did not happen', async () => {
  const { deletion, ids, broken } = await opened();
  broken.break('unavailable');
  expect((await deletion.remove(['a']))?.code).toBe('unavailable');
  expect(deletion.last.value).toEqual([]);
  expect(await ids()).toEqual(['a', 'b', 'c']);
});
