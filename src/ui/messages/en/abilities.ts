import { whatBrowserCan } from './start';
import type { AbilityId } from '../../model/abilities';

/** What a part of the browser is for, and what takes its place where it is missing. */
export const abilities = {
  camera: {
    name: 'Camera',
    there: 'Can be asked for. The picture is looked at in this page and thrown away.',
    missing: 'Open Hipline over https or on localhost, or analyse a video you have filmed.',
  },
  engine: {
    name: 'The fast pose engine (LiteRT)',
    there: 'It reads bodies on the processor, on several cores where the page is isolated.',
    missing: 'A slower build of it runs, or MediaPipe instead: the same counts, fewer pictures a second.',
  },
  graphics: {
    name: 'Graphics (WebGL 2)',
    there: 'MediaPipe takes its pictures in through it. LiteRT needs none.',
    missing:
      'LiteRT reads bodies without it. Where that does not start either, turn on hardware acceleration.',
  },
  webgpu: {
    name: 'The graphics chip for LiteRT (WebGPU)',
    there: 'Where there is one, it is used if it reads a known picture right, and faster than the processor.',
    missing: 'The processor reads bodies: the same counts, and a little more work for it.',
  },
  pictures: {
    name: 'Pictures without copying (VideoFrame)',
    there: 'The camera’s pictures go to the model as they are.',
    missing: 'Each picture is copied first: the same counts, fewer pictures a second.',
  },
  'capture-time': {
    name: 'The moment of each picture',
    there: 'Repetitions are timed by the video itself.',
    missing: 'The screen’s own rhythm is used: times are right to a sixtieth of a second.',
  },
  decoding: {
    name: 'Decoding of videos (WebCodecs)',
    there: 'A video is analysed picture by picture, as fast as this device can.',
    missing: 'The browser’s player steps through the video: the same result, more slowly.',
  },
  threads: {
    name: 'Several processors at once',
    there: 'The page is isolated from all others, which allows it.',
    missing: 'Reload the page once. If it stays so, everything works, on one processor.',
  },
  database: {
    name: 'Keeping sessions',
    there: 'Sessions stay on this device until you delete them.',
    missing: 'Nothing is kept. Save each session as a file from its review.',
  },
  persistence: {
    name: 'Keeping them when the disk gets full',
    there: 'The browser has promised not to clear them by itself.',
    missing: 'The browser may clear them when it needs room. Save what matters as files.',
  },
  offline: {
    name: 'Opening without network',
    there: 'The browser keeps a copy of the app after the first visit.',
    missing: 'Hipline opens only while its server is there.',
  },
  locks: {
    name: 'Knowing of other tabs',
    there: 'A session that runs in one tab is left alone by the others.',
    missing: 'Use one tab at a time: another one may call a running session interrupted.',
  },
  voice: {
    name: 'A voice on this device',
    there: 'Counts and cues are spoken without asking any server.',
    missing: 'Tones and the screen say everything. Voices come with the system’s language settings.',
  },
  speech: {
    name: 'Understanding speech on this device',
    there: 'Spoken commands can be switched on in the settings. No sound leaves the device.',
    missing: 'There are no spoken commands: raise a hand, or press a key or a button.',
  },
  'wake-lock': {
    name: 'Keeping the screen on',
    there: 'The screen stays on while you train.',
    missing: 'Set the screen to stay on for longer than a set in the system’s settings.',
  },
} as const satisfies Record<AbilityId, { name: string; there: string; missing: string }>;

export const browserPage = {
  title: whatBrowserCan,
  lead: 'Where something is missing, Hipline goes another way, and says which.',
  there: 'There',
  missing: 'Missing',
  sees: 'What this page can see',
  seen: [
    'The camera, only while you train and only after you allowed it. No picture is ever kept or sent.',
    'The microphone, only while you train and only if you switch spoken commands on, which is possible where speech is recognised on this device. No sound is ever kept or sent.',
    'Files that you choose, while they are analysed.',
    'What it keeps itself: settings, and sessions as numbers and stick figures, in this browser alone.',
  ],
  seesNot: 'What it cannot see',
  unseen: [
    'The network: the page may talk to the place it came from and to nobody else, and it sends nothing there.',
    'Other pages, your files, or where you are.',
  ],
  licences: 'What Hipline stands on, and under which terms',
} as const;
