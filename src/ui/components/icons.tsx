import type { ComponentChildren } from 'preact';

/** Our own line icons on a 24 grid. Always beside a word or inside a labelled control, so hidden from readers. */
const icon = (children: ComponentChildren) =>
  function Icon({ size = '1.25em' }: { size?: string }) {
    return (
      <svg
        class="icon"
        viewBox="0 0 24 24"
        width={size}
        height={size}
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
      >
        {children}
      </svg>
    );
  };

export const BackIcon = icon(<path d="M19 12H5m6-6-6 6 6 6" />);
export const ForwardIcon = icon(<path d="M5 12h14m-6-6 6 6-6 6" />);
export const CloseIcon = icon(<path d="M6 6l12 12M18 6 6 18" />);
export const TickIcon = icon(<path d="M5 12.5 10 17 19 7" />);
export const FaultIcon = icon(<path d="M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 2.9v.1" />);
export const UnseenIcon = icon(
  <path d="M4 4l16 16M9.9 5.2A9.6 9.6 0 0 1 12 5c5 0 8.5 4.2 9.5 7-.4 1-1.1 2.2-2.2 3.4M6.6 7.2C4.3 8.6 3 10.6 2.5 12c1 2.8 4.5 7 9.5 7 1.6 0 3-.4 4.3-1" />,
);
export const PartialIcon = icon(
  <>
    <path d="M12 4a8 8 0 0 1 0 16" />
    <path d="M12 4a8 8 0 0 0 0 16" stroke-dasharray="2.5 4" />
  </>,
);
export const SettingsIcon = icon(
  <>
    <path d="M4 7h9m5 0h2M4 17h2m5 0h9" />
    <circle cx="15.5" cy="7" r="2.5" />
    <circle cx="8.5" cy="17" r="2.5" />
  </>,
);
export const HistoryIcon = icon(<path d="M4 19V5m0 14h16M8 15v-4m4 4V8m4 7v-6m4 6V6" />);
export const FilmIcon = icon(<path d="M4 5h16v14H4V5Zm4 0v14m8-14v14M4 9.7h4m-4 4.6h4m8-4.6h4m-4 4.6h4" />);
export const CameraIcon = icon(<path d="M3 7h12v10H3V7Zm12 4 6-3v8l-6-3" />);
export const BinIcon = icon(<path d="M4 7h16M9 7V4h6v3m-8 0 1 13h8l1-13" />);
export const DownloadIcon = icon(<path d="M12 4v11m-5-5 5 5 5-5M4 20h16" />);
export const UploadIcon = icon(<path d="M12 15V4m-5 5 5-5 5 5M4 20h16" />);
export const PrintIcon = icon(<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7v-6Z" />);
export const PlayIcon = icon(<path d="M7 5v14l12-7L7 5Z" />);
export const NextIcon = icon(<path d="M6 5v14l9-7-9-7Zm12 0v14" />);
export const FrameBackIcon = icon(<path d="M15 6l-6 6 6 6" />);
export const FrameOnIcon = icon(<path d="M9 6l6 6-6 6" />);
export const PauseIcon = icon(<path d="M8 5v14m8-14v14" />);
export const SoundIcon = icon(
  <path d="M4 9.5v5h4l5 4v-13l-5 4H4Zm12.5-.5a4.5 4.5 0 0 1 0 6m2.5-8.5a8 8 0 0 1 0 11" />,
);
export const LockIcon = icon(<path d="M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3" />);

/** The mark: a pelvis line, one side lower, over a level line. */
export function Mark({ size = '1.6em' }: { size?: string }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" class="mark">
      <path d="M3 16h26" stroke="currentColor" stroke-width="1.8" stroke-dasharray="2.6 2.6" opacity=".55" />
      <path d="M6.5 19.5 25.5 12.5" stroke="var(--accent)" stroke-width="4" stroke-linecap="round" />
      <circle cx="6.5" cy="19.5" r="4" fill="var(--accent)" />
      <circle cx="25.5" cy="12.5" r="4" fill="var(--accent)" />
    </svg>
  );
}
