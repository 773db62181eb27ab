import type { FrameSource, SourceFault } from './frame-source';

export interface VideoFileOptions {
  /** Drops frames down to this rate; null keeps every frame. */
  readonly fps: number | null;
  /** Flips the picture left to right. */
  readonly mirror: boolean;
}

export type OpenedVideo =
  { readonly ok: true; readonly source: FrameSource } | { readonly ok: false; readonly fault: SourceFault };
