import type { ComponentChildren } from 'preact';
import './file-button.css';

interface FileButtonProps {
  readonly accept: string;
  /** Whether several can be chosen at once; they can unless told otherwise. */
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}

/** A button that asks for files. The same file can be chosen twice in a row. */
export function FileButton({ accept, multiple = true, onFiles, children }: FileButtonProps) {
  return (
    <label class="file-button">
      <input
        type="file"
        accept={accept}
        multiple={multiple}
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
