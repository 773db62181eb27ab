import type { ComponentChildren } from 'preact';
import './file-button.css';

interface FileButtonProps {
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}

/** A button that asks for files. The same file can be chosen twice in a row. */
export function FileButton({ accept, onFiles, children }: FileButtonProps) {
  return (
    <label class="file-button">
      <input
        type="file"
        accept={accept}
        multiple
        onChange={(event) => {
          const input = event.currentTarget;
          onFiles([...(input.files ?? [])]);
          input.value = '';
        }}
      />
      <span class="button">{children}</span>
    </label>
  );
}
