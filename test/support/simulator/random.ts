/** A seeded generator of numbers 0..1 (mulberry32): a failing session can be made again from its seed. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Normally distributed, mean 0, deviation 1. */
export function gaussian(random: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(Math.max(1e-12, random())));
  return radius * Math.cos(2 * Math.PI * random());
}
