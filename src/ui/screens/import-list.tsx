import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SessionRecord } from '../../core/session/record';
import { importBeside, importFile, type ImportOutcome } from '../../storage/import-session';
import type { SessionStore } from '../../storage/session-store';
import { AdviceBox } from '../components/advice-box';
import { Button, ButtonLink } from '../components/button';
import { words } from '../language';
import type { Advice } from '../messages/words';
import { day, time } from '../model/format';
import { sessionTitle } from '../model/words';
import { formatRoute } from '../router';

/** What became of one session of a chosen file. */
export interface Import {
  readonly file: string;
  readonly outcome: ImportOutcome;
}

/** Brings files in one after the other; what became of them is said until the next ones are chosen. */
export function useImports(sessions: SessionStore, onImported: () => void) {
  const [imports, setImports] = useState<readonly Import[]>([]);
  const settle = (done: readonly Import[]) => {
    setImports(done);
    if (done.some(({ outcome }) => outcome.kind === 'imported')) onImported();
  };
  const bringIn = async (files: readonly File[]) => {
    const done: Import[] = [];
    for (const file of files) {
      for (const outcome of await importFile(sessions, file)) done.push({ file: file.name, outcome });
    }
    settle(done);
  };
  const keepBeside = async ({ file, outcome }: Import): Promise<Import> =>
    outcome.kind === 'differs'
      ? { file, outcome: await importBeside(sessions, outcome.record) }
      : { file, outcome };
  const decide = async (decided: readonly Import[], isKept: boolean) => {
    const others = imports.filter((one) => !decided.includes(one));
    settle(isKept ? [...others, ...(await Promise.all(decided.map(keepBeside)))] : others);
  };
  return {
    imports,
    bringIn: (files: readonly File[]) => void bringIn(files),
    /** Keeps the files' sessions beside the others, or leaves everything as it is. */
    decide: (decided: readonly Import[], isKept: boolean) => void decide(decided, isKept),
  };
}

interface ImportListProps {
  readonly imports: readonly Import[];
  readonly decide: (decided: readonly Import[], isKept: boolean) => void;
}

/** One session is told by its name, many are told in one: how many came, were here, differ and failed. */
export function ImportList({ imports, decide }: ImportListProps) {
  const [only] = imports;
  if (only === undefined) return null;
  return (
    <div class="imports">
      {imports.length === 1 ? (
        <AdviceBox key={only.file} advice={adviceOf(only)}>
          {actionsOf(only, decide)}
        </AdviceBox>
      ) : (
        <Summary imports={imports} decide={decide} />
      )}
    </div>
  );
}

function Summary({ imports, decide }: ImportListProps) {
  const of = (kind: ImportOutcome['kind']) => imports.filter(({ outcome }) => outcome.kind === kind);
  const [differing, failed] = [of('differs'), of('failed')];
  const advice = words.importing.summary({
    imported: of('imported').length,
    alreadyHere: of('already-here').length,
    differing: differing.length,
    failed: failed.length,
  });
  return (
    <AdviceBox advice={advice}>
      {differing.length > 0 ? <Decision differing={differing} decide={decide} /> : null}
      {failed.length > 0 ? (
        <details class="import-failures">
          <summary>{words.importing.failures(failed.length)}</summary>
          <ul>
            {failed.map((one, index) => (
              <li key={`${index} ${one.file}`}>
                <strong>{one.file}</strong>: {adviceOf(one).title}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </AdviceBox>
  );
}

function Decision(props: { differing: readonly Import[]; decide: ImportListProps['decide'] }) {
  const { differing, decide } = props;
  return (
    <>
      <Button
        kind="main"
        onClick={() => {
          decide(differing, true);
        }}
      >
        {words.historyWords.keepBoth}
      </Button>
      <Button
        onClick={() => {
          decide(differing, false);
        }}
      >
        {words.historyWords.leave}
      </Button>
    </>
  );
}

function actionsOf(one: Import, decide: ImportListProps['decide']): ComponentChildren {
  const { outcome } = one;
  switch (outcome.kind) {
    case 'failed':
      return null;
    case 'imported':
    case 'already-here':
      return (
        <ButtonLink href={formatRoute({ name: 'review', sessionId: outcome.record.id })}>
          {words.historyWords.show}
        </ButtonLink>
      );
    case 'differs':
      return <Decision differing={[one]} decide={decide} />;
  }
}

/** Which file it was stands in every message. */
function adviceOf({ file, outcome }: Import): Advice {
  switch (outcome.kind) {
    case 'imported':
      return { title: `${words.importing.imported}: ${nameOf(outcome.record)}`, todo: file };
    case 'already-here':
      return withFile(words.importing.alreadyHere, `${file}, ${nameOf(outcome.record)}`);
    case 'differs':
      return withFile(words.importing.differs, `${file}, ${nameOf(outcome.record)}`);
    case 'failed': {
      const { code, detail } = outcome.fault;
      return code === 'import-damaged'
        ? {
            title: words.storageFaults[code].title,
            todo: words.historyWords.damagedAt(words.storageFaults[code].todo, file, detail),
          }
        : withFile(words.storageFaults[code], file);
    }
  }
}

const withFile = ({ title, todo }: Advice, file: string): Advice => ({ title, todo: `${todo} (${file})` });

const nameOf = (record: SessionRecord): string =>
  `${sessionTitle(record)}, ${day(record.startedAt)}, ${time(record.startedAt)}`;
