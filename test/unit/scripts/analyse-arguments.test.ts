import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../scripts/analyse/arguments';

describe('the analyse command line', () => {
  it('reads every option', () => {
    const argv =
      'clip.mp4 --exercise hip-hike --model lite --engine litert --fps 10 --mirror --measures --sensor phone.csv --screen in --out a.json --stream s.json';
    expect(parseArguments(argv.split(' '))).toEqual({
      ok: true,
      args: {
        clip: 'clip.mp4',
        exercise: 'hip-hike',
        model: 'lite',
        engine: 'litert',
        fps: 10,
        mirror: true,
        measures: true,
        sensor: 'phone.csv',
        screen: 'in',
        out: 'a.json',
        stream: 's.json',
      },
    });
  });

  it('takes the full model at the file’s own rate unless told otherwise', () => {
    expect(parseArguments(['clip.mp4', '--exercise', 'auto'])).toMatchObject({
      ok: true,
      args: { exercise: 'auto', model: 'full', fps: null, mirror: false, measures: false, out: null },
    });
  });

  it.each([
    ['', /one clip/],
    ['a.mp4 b.mp4 --exercise auto', /one clip/],
    ['a.mp4', /--exercise is missing/],
    ['a.mp4 --exercise squat', /squat.*hip-hike/],
    ['a.mp4 --exercise auto --model huge', /huge.*heavy/],
    ['a.mp4 --exercise auto --fps fast', /fast/],
    ['a.mp4 --exercise auto --fps 0', /above 0/],
    ['a.mp4 --exercise auto --sensor s.csv --screen up', /up.*out, in/],
    ['a.mp4 --exercise auto --loud', /loud/],
  ])('refuses "%s" in one line', (argv, why) => {
    const parsed = parseArguments(argv.split(' ').filter(Boolean));
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && parsed.why).toMatch(why);
    expect(!parsed.ok && parsed.why).not.toContain('\n');
  });
});
