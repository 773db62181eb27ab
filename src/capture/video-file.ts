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
  const opened = await openDecodedVideo(file, options);
  if (opened.ok || opened.fault.code !== 'file-codec-unsupported') return opened;
  // What cannot be decoded picture by picture may still be played.
  const { openPlayedVideo } = await import('./played-video');
  return (await openPlayedVideo(file, options)) ?? opened;
};
