import type { SourceFault } from '../../src/capture/frame-source';
import type { PoseFault } from '../../workers/protocol';

const NO_CAMERA = 'a recording needs no camera: run the command again';
const TRY_AGAIN = 'the pose worker failed: run the command again, and report it if it repeats';

/** What to do about each fault, in a line of the terminal. */
export const FAULT_ADVICE: Readonly<Record<SourceFault['code'] | PoseFault['code'], string>> = {
  'camera-refused': NO_CAMERA,
  'camera-absent': NO_CAMERA,
  'camera-busy': NO_CAMERA,
  'camera-lost': NO_CAMERA,
  'camera-silent': NO_CAMERA,
  'camera-unsupported': NO_CAMERA,
  'file-unreadable':
    'this is no video that can be read: give an MP4, MOV, WebM or MKV file, or a landmark stream',
  'file-no-video': 'the file has sound but no picture: give a file with a video track',
  'file-truncated': 'the file is cut off before its first picture: copy it again from where it was recorded',
  'file-codec-unsupported':
    'this browser cannot decode the video: convert it to H.264, for example with ffmpeg',
  'stream-invalid': 'this is no landmark stream of hipline.stream/1',
  'worker-failed': TRY_AGAIN,
  'worker-hung': TRY_AGAIN,
  'detect-failed': TRY_AGAIN,
  'out-of-order': 'the pictures of the file are not in order of time: convert it, for example with ffmpeg',
  'not-loaded': TRY_AGAIN,
  'out-of-memory':
    'there is not enough memory for the pose model: close other programs, or choose --model lite',
  'wasm-load': 'the inference runtime did not start: run `npm run setup` and try again',
  'webgl-missing': 'the browser offers no WebGL 2, which the pose model needs to take pictures in',
  'model-missing': 'a pose model is missing: run `npm run setup` and try again',
  'download-stalled':
    'a part of the app does not arrive: is another program stopping the local server? Try again',
  'model-damaged': 'a pose model is damaged: delete public/models, run `npm run setup` and try again',
};
