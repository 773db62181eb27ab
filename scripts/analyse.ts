import { closeSync, existsSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseLandmarkStream } from '../src/capture/landmark-stream';
import type { AnalysisJobResult } from '../src/pipeline/analysis-job';
import { parseArguments } from './analyse/arguments';
import type { AnalyseArguments } from './analyse/arguments';
import { runInBrowser } from './analyse/browser';
import { FAULT_ADVICE } from './analyse/fault-advice';
import { analyseStream, createStreamService } from './analyse/recorded-stream';
import { readSensor, withSensor } from './analyse/sensor';
import { SENSOR_FILE_ADVICE, SENSOR_REFUSAL_ADVICE } from './analyse/sensor-advice';

const BAD_USAGE = 2;
const UNREADABLE = 3;

const BROKEN = 1;

/**
 * `npm run analyse`: one clip in, one JSON object out.
 * @returns the exit status: 0, 2 for bad usage, 3 for a file that cannot be read, 1 when the machine cannot do it
 */
export const main = async (argv: readonly string[]): Promise<number> => {
  const parsed = parseArguments(argv);
  if (!parsed.ok) return complain(parsed.why, BAD_USAGE);
  try {
    return await analyse(parsed.args);
  } catch (error) {
    return complain(error instanceof Error ? oneLine(error.message) : String(error), BROKEN);
  }
};

const analyse = async (args: AnalyseArguments): Promise<number> => {
  if (!existsSync(args.clip) || !statSync(args.clip).isFile()) {
    return complain(`${args.clip}: there is no such file`, UNREADABLE);
  }
  const sensor = args.sensor === null ? null : readSensor(args.sensor);
  if (sensor !== null && !sensor.ok) {
    return complain(
      `${basename(args.sensor ?? '')}: ${SENSOR_FILE_ADVICE[sensor.fault]} [${sensor.fault}]`,
      UNREADABLE,
    );
  }
  const wanted = { ...args, measures: args.measures || sensor !== null };
  const result = looksLikeJson(args.clip) ? await analyseRecorded(wanted) : await analyseVideo(wanted);
  if (result.kind === 'fault') {
    const { code, detail } = result.fault;
    return complain(
      `${basename(args.clip)}: ${FAULT_ADVICE[code]} [${code}: ${oneLine(detail)}]`,
      UNREADABLE,
    );
  }
  if (result.truncated !== null) {
    console.error(`${basename(args.clip)}: the file is cut off, ${result.truncated}; the rest was analysed`);
  }
  if (sensor === null || result.analysis === null) {
    write(result.analysis, result.stream, args);
    return 0;
  }
  const analysis = withSensor(result.analysis, basename(args.sensor ?? ''), sensor.recording, {
    withMeasures: args.measures,
    screen: args.screen,
  });
  if ('refused' in analysis.sensor) {
    const { refused } = analysis.sensor;
    console.error(`${analysis.sensor.file}: ${SENSOR_REFUSAL_ADVICE[refused]} [${refused}]`);
  }
  write(analysis, result.stream, args);
  return 0;
};

const analyseVideo = async (args: AnalyseArguments): Promise<AnalysisJobResult> => {
  const results: AnalysisJobResult[] = [];
  const job = {
    ...args,
    path: args.clip,
    clip: basename(args.clip),
    withMeasures: args.measures,
    withStream: args.stream !== null,
  };
  await runInBrowser([job], (_job, answer) => {
    results.push(answer);
  });
  return (
    results[0] ?? { kind: 'fault', fault: { code: 'worker-failed', detail: 'no answer from the browser' } }
  );
};

const analyseRecorded = async (args: AnalyseArguments): Promise<AnalysisJobResult> => {
  const parsed = parseLandmarkStream(readFileSync(args.clip, 'utf8'));
  if (!parsed.ok) return { kind: 'fault', fault: parsed.fault };
  const service = await createStreamService();
  try {
    return await analyseStream(parsed.stream, args, service);
  } finally {
    await service.close();
  }
};

const write = (analysis: object | null, stream: object | null, args: AnalyseArguments): void => {
  const text = `${JSON.stringify(analysis, null, 1)}\n`;
  if (args.out === null) process.stdout.write(text);
  else writeFileSync(args.out, text);
  if (args.stream !== null) writeFileSync(args.stream, JSON.stringify(stream));
};

/** By content, not by name: a video begins with a box or a magic number, never with a brace. */
const looksLikeJson = (path: string): boolean => {
  const head = Buffer.alloc(64);
  const file = openSync(path, 'r');
  try {
    return head
      .toString('utf8', 0, readSync(file, head))
      .replace(/^\uFEFF/, '')
      .trimStart()
      .startsWith('{');
  } finally {
    closeSync(file);
  }
};

const complain = (line: string, status: number): number => {
  console.error(line);
  return status;
};

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 300);
