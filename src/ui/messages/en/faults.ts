import type { PoseFault } from '../../../../workers/protocol';
import type { SourceFault } from '../../../capture/frame-source';
import type { FeedbackFault } from '../../../feedback/feedback-fault';
import type { Advice } from '../words';

/** Texts of faults, by code. Exhaustive: a new code without a text is a type error. */
export const sourceFaults = {
  'camera-refused': {
    title: 'The camera is not allowed',
    todo: 'Click the camera sign in the address bar, allow it for this page, then try again. The picture stays on this device.',
  },
  'camera-absent': {
    title: 'No camera found',
    todo: 'Plug a camera in or open its shutter, then try again. You can also analyse a video you have already filmed.',
  },
  'camera-busy': {
    title: 'Another program is using the camera',
    todo: 'Close the video call or the other tab that shows the camera, then try again.',
  },
  'camera-lost': {
    title: 'The camera went away',
    todo: 'Plug it in again or open the lid, then try again. Everything counted so far is kept.',
  },
  'camera-silent': {
    title: 'The camera sends no pictures',
    todo: 'Open its shutter, close other programs that use it, or unplug it and plug it in again; then try again. Everything counted so far is kept.',
  },
  'camera-unsupported': {
    title: 'This browser gives no camera here',
    todo: 'Open Hipline on localhost or over https, in a recent Chrome, Edge, Firefox or Safari.',
  },
  'file-unreadable': {
    title: 'This file could not be read',
    todo: 'It may have been moved or is not a video. Choose it again, or choose an MP4, MOV or WebM.',
  },
  'file-no-video': {
    title: 'This file has no picture in it',
    todo: 'It seems to hold sound only. Choose the file with the film.',
  },
  'file-truncated': {
    title: 'This file is cut off',
    todo: 'What came before the damage was analysed. Copy the file again from the camera and retry for the rest.',
  },
  'file-codec-unsupported': {
    title: 'This browser cannot decode this video',
    todo: 'Export it as MP4 (H.264), or open Hipline in another browser, and try again.',
  },
  'stream-invalid': {
    title: 'This is not a landmark recording of Hipline',
    todo: 'Choose a JSON file with the schema hipline.stream/1, or a video.',
  },
} as const satisfies Record<SourceFault['code'], Advice>;

export const poseFaults = {
  'worker-failed': {
    title: 'The pose model stopped',
    todo: 'It was started again by itself. If this stays, reload the page: your count is kept.',
  },
  'worker-hung': {
    title: 'The pose model did not answer',
    todo: 'It was replaced by a fresh one. If it happens again, choose the light model in the settings.',
  },
  'wasm-load': {
    title: 'A part of Hipline did not load',
    todo: 'Reload the page. If that does not help, the installation is incomplete: run npm start again.',
  },
  'out-of-memory': {
    title: 'There is not enough memory for the pose model',
    todo: 'Close other tabs and programs, then try again: your count is kept. The light model in the settings needs less.',
  },
  'webgl-missing': {
    title: 'This browser has no WebGL',
    todo: 'Turn on hardware acceleration in the browser’s settings, or open Hipline in another browser.',
  },
  'model-missing': {
    title: 'The pose model is missing',
    todo: 'Run npm start again: it builds the model. Or choose another model quality in the settings.',
  },
  'model-damaged': {
    title: 'The pose model is damaged',
    todo: 'Delete the folder public/models and run npm start again. Or choose another model quality in the settings.',
  },
  'download-stalled': {
    title: 'A part of Hipline does not arrive',
    todo: 'Check the connection, or whether the server still runs, then try again.',
  },
  'detect-failed': {
    title: 'A picture could not be read',
    todo: 'Nothing to do: the next picture is tried. If this stays, reload the page; your count is kept.',
  },
  'out-of-order': {
    title: 'The camera’s clock jumped',
    todo: 'Nothing to do: the picture was left out. If this stays, try the camera again.',
  },
  'not-loaded': {
    title: 'The pose model is not ready',
    todo: 'Wait a moment, then try again.',
  },
} as const satisfies Record<PoseFault['code'], Advice>;

/** No fault: the page does the worker's work. */
export const readsOnPage: Advice = {
  title: 'This browser is slower here',
  todo: 'It gives its background workers no graphics, so the page itself reads the pictures and may stutter. Counting works; Chrome or Edge are faster.',
};

/** An error of ours that nobody foresaw. */
export const bug: Advice = {
  title: 'Hipline made a mistake',
  todo: 'Reload the page. Everything counted so far is kept and stands in the history.',
};

/** None of these stops a session: every cue is shown as well. */
export const feedbackFaults = {
  'no-voice': {
    title: 'No voice on this device',
    todo: 'Tones stand in for it. Install a voice in the system’s language settings to be spoken to.',
  },
  'no-sound': {
    title: 'The browser still forbids sound',
    todo: 'Press any key or click once. Until then every cue is shown only.',
  },
  'no-listening': {
    title: 'Spoken commands are off',
    todo: 'Allow the microphone for this page, or raise a hand instead. Where speech is not recognised on this device, nothing listens.',
  },
  'no-wake-lock': {
    title: 'The screen may go dark',
    todo: 'Turn off the battery saver, or touch a key between sets.',
  },
} as const satisfies Record<FeedbackFault['code'], Advice>;
