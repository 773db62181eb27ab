import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { words } from '../language';
import { CloseIcon } from './icons';
import { Button } from './button';
import './sheet.css';

interface SheetProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A modal sheet from the side. The browser's own dialog keeps the focus inside and closes on Escape. */
export function Sheet({ title, isOpen, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="sheet-head">
        <h2>{title}</h2>
        <Button kind="quiet" label={words.common.close} onClick={onClose}>
          <CloseIcon />
        </Button>
      </div>
      <div class="sheet-body">{isOpen ? children : null}</div>
    </dialog>
  );
}
