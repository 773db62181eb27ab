import { readFileSync, readdirSync } from 'node:fs';

/** A clock tick of `/proc/…/stat`: `sysconf(_SC_CLK_TCK)` is 100 on every Linux that Node runs on. */
const TICK_MS = 10;

/** Processor time so far, in milliseconds, by what the thread is called: `renderer/CrRendererMain`. */
export type ThreadTimes = ReadonlyMap<string, number>;

/**
 * What the threads of this process's children have used of the processor. Unlike a duration it hardly depends on what else
 * the machine does. Empty where there is no `/proc`.
 */
export const threadTimes = (): ThreadTimes => {
  const times = new Map<string, number>();
  for (const pid of descendantsOf(process.pid)) {
    const kind = kindOf(pid);
    for (const thread of list(`/proc/${String(pid)}/task`)) {
      const stat = read(`/proc/${String(pid)}/task/${thread}/stat`);
      const [, name, fields] = /^\d+ \((.*)\) (.*)$/s.exec(stat) ?? [];
      if (name === undefined || fields === undefined) continue;
      const [userTicks, systemTicks] = fields.split(' ').slice(11, 13).map(Number);
      const key = `${kind}/${name.replace(/[-_/#]?\d+$/, '')}`;
      times.set(key, (times.get(key) ?? 0) + ((userTicks ?? 0) + (systemTicks ?? 0)) * TICK_MS);
    }
  }
  return times;
};

/** What was used between two looks. */
export const usedBetween = (before: ThreadTimes, after: ThreadTimes): ThreadTimes =>
  new Map([...after].map(([name, ms]) => [name, Math.max(0, ms - (before.get(name) ?? 0))]));

/** A page of memory on every Linux that Chromium is built for, in bytes. */
const PAGE_BYTES = 4096;

/** Memory of the renderers in use, in MB; null where there is no `/proc`. */
export const rendererMemoryMb = (): number | null => {
  const pages = descendantsOf(process.pid)
    .filter((pid) => kindOf(pid) === 'renderer')
    .map((pid) => Number(read(`/proc/${String(pid)}/statm`).split(' ')[1] ?? 0));
  return pages.length === 0 ? null : (pages.reduce((sum, one) => sum + one, 0) * PAGE_BYTES) / 1e6;
};

const descendantsOf = (root: number): number[] => {
  const parents = list('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(Number(name)) }));
  const found: number[] = [];
  const add = (parent: number): void => {
    for (const { pid } of parents.filter((one) => one.parent === parent)) {
      found.push(pid);
      add(pid);
    }
  };
  add(root);
  return found;
};

const parentOf = (pid: number): number =>
  Number(/\) \S (\d+) /.exec(read(`/proc/${String(pid)}/stat`))?.[1] ?? 0);

/** Chromium says what a process is for in its command line. */
const kindOf = (pid: number): string => {
  const command = read(`/proc/${String(pid)}/cmdline`);
  const type = /--type=([\w-]+)/.exec(command)?.[1] ?? 'browser';
  const use = /--utility-sub-type=([\w.]+)/.exec(command)?.[1];
  return use === undefined ? type : (use.split('.').at(-1) ?? use);
};

/** Processes and threads come and go between two looks: what is gone is empty. */
const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
const list = (path: string): string[] => {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
};
