import type { ComponentChildren } from 'preact';
import './take-away.css';

/** One way to take something along: what it is, what it is good for, and the button. */
export function TakeRow(props: { name: string; about: string; children: ComponentChildren }) {
  return (
    <section class="take-row" aria-label={props.name}>
      <h3>{props.name}</h3>
      <p class="soft small">{props.about}</p>
      {props.children}
    </section>
  );
}
