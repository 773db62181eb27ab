import type { OpenedVideo, VideoFileOptions } from './opened-video';

/**
 * Opens a video file as a source that gives every frame with the file's own timestamps. A file that is cut off gives what
 * can be read and ends with `file-truncated`.
 * @returns the source, or `file-unreadable`, `file-no-video`, `file-codec-unsupported`
 */
export const openVideoFile = async (
  file: File,
  options: VideoFileOptions = { fps: null, mirror: false },
): Promise<OpenedVideo> => {
  // On demand: whoever trains in front of the camera never needs the decoder.
  const { openDecodedVideo } = await import('./decoded-video');
  return openDecodedVideo(file, options);
};
