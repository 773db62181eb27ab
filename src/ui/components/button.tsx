import type { ComponentChildren } from 'preact';
import './button.css';

type Kind = 'main' | 'plain' | 'quiet';

interface Looks {
  readonly kind?: Kind;
  readonly big?: boolean;
  readonly children: ComponentChildren;
}

const classOf = ({ kind = 'plain', big = false }: Looks): string =>
  ['button', kind === 'plain' ? '' : `button-${kind}`, big ? 'button-big' : ''].filter(Boolean).join(' ');

interface ButtonProps extends Looks {
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly pressed?: boolean;
}

export function Button(props: ButtonProps) {
  return (
    <button
      type="button"
      class={classOf(props)}
      onClick={props.onClick}
      disabled={props.disabled ?? false}
      aria-label={props.label}
      aria-pressed={props.pressed}
    >
      {props.children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink(props: Looks & { readonly href: string }) {
  return (
    <a class={classOf(props)} href={props.href}>
      {props.children}
    </a>
  );
}
