import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ButtonLink } from './button';
import { FilmIcon, HistoryIcon, Mark } from './icons';
import { words } from '../language';
import './page.css';
import './empty.css';

interface PageProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly current?: 'history' | 'analyse';
  /** Right of the title. */
  readonly actions?: ComponentChildren;
  /** Right end of the bar. */
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of every quiet screen: bar, title, content. The title takes the focus when the screen comes up. */
export function Page({ title, lead, current, actions, tools, children }: PageProps) {
  return (
    <>
      <header class="page page-top">
        <nav class="page-bar" aria-label="Hipline">
          <a class="page-brand" href="#/">
            <Mark />
            Hipline
          </a>
          <NavLink href="#/history" isCurrent={current === 'history'}>
            <HistoryIcon />
            <span>{words.common.history}</span>
          </NavLink>
          <NavLink href="#/analyse" isCurrent={current === 'analyse'}>
            <FilmIcon />
            <span>{words.common.analyse}</span>
          </NavLink>
          {tools}
        </nav>
      </header>
      <main class="page page-main">
        <div class="page-head">
          <div>
            <Title>{title}</Title>
            {lead ? <p class="soft">{lead}</p> : null}
          </div>
          {actions ? <div class="page-actions">{actions}</div> : null}
        </div>
        {children}
      </main>
    </>
  );
}

function NavLink(props: { href: string; isCurrent: boolean; children: ComponentChildren }) {
  return (
    <a class="button button-quiet" href={props.href} aria-current={props.isCurrent ? 'page' : undefined}>
      {props.children}
    </a>
  );
}

/** The heading of a screen. Takes the focus, so that a reader says where one has come. */
export function Title({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

/** A screen of one sentence and a way on: nothing here, not found. */
export function EmptyState(props: {
  title: string;
  children: ComponentChildren;
  figure?: ComponentChildren;
}) {
  return (
    <section class="empty">
      {props.figure ? <div class="empty-figure">{props.figure}</div> : null}
      <h2>{props.title}</h2>
      {props.children}
      <ButtonLink kind="main" href="#/">
        {words.common.choose}
      </ButtonLink>
    </section>
  );
}
