import { useEffect, useRef } from 'preact/hooks';
import { Button } from '../components/button';

interface ConfirmDeleteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** Deleting cannot be taken back, so it is asked for twice. */
export function ConfirmDelete({ isOpen, onClose, onConfirm }: ConfirmDeleteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} class="confirm" aria-label="Delete this session?" onClose={onClose}>
      <h2>Delete this session?</h2>
      <p>
        It is on this computer alone and cannot be brought back. Save it as a file first if you may want it.
      </p>
      <div class="page-actions">
        <Button kind="main" onClick={onConfirm}>
          Delete it
        </Button>
        <Button onClick={onClose}>Keep it</Button>
      </div>
    </dialog>
  );
}
