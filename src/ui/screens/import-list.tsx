import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { SessionRecord } from '../../core/session/record';
import { importBeside, importSession, type ImportOutcome } from '../../storage/import-session';
import type { SessionStore } from '../../storage/session-store';
import { AdviceBox } from '../components/advice-box';
import { Button, ButtonLink } from '../components/button';
import { storageFaults, type Advice } from '../messages/en';
import { importing } from '../messages/sessions';
import { day, time } from '../model/format';
import { sessionTitle } from '../model/words';
import { formatRoute } from '../router';

/** What became of one chosen file. */
export interface Import {
  readonly file: string;
  readonly outcome: ImportOutcome;
}

/** Brings files in one after the other; each says what became of it until the next ones are chosen. */
export function useImports(sessions: SessionStore, onImported: () => void) {
  const [imports, setImports] = useState<readonly Import[]>([]);
  const settle = (done: readonly Import[]) => {
    setImports(done);
    if (done.some(({ outcome }) => outcome.kind === 'imported')) onImported();
  };
  const bringIn = async (files: readonly File[]) => {
    const done: Import[] = [];
    for (const file of files) {
      done.push({ file: file.name, outcome: await importSession(sessions, file) });
    }
    settle(done);
  };
  const decide = async (decided: Import, record: SessionRecord | null) => {
    const others = imports.filter((one) => one !== decided);
    settle(
      record === null
        ? others
        : [...others, { file: decided.file, outcome: await importBeside(sessions, record) }],
    );
  };
  return {
    imports,
    bringIn: (files: readonly File[]) => void bringIn(files),
    /** Keeps the file's session beside the other; null leaves everything as it is. */
    decide: (decided: Import, record: SessionRecord | null) => void decide(decided, record),
  };
}

interface ImportListProps {
  readonly imports: readonly Import[];
  readonly decide: (decided: Import, record: SessionRecord | null) => void;
}

export function ImportList({ imports, decide }: ImportListProps) {
  if (imports.length === 0) return null;
  return (
    <div class="imports">
      {imports.map((one, index) => (
        <AdviceBox key={`${index} ${one.file}`} advice={adviceOf(one)}>
          {actionsOf(one, decide)}
        </AdviceBox>
      ))}
    </div>
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
        <ButtonLink href={formatRoute({ name: 'review', sessionId: outcome.record.id })}>Show it</ButtonLink>
      );
    case 'differs':
      return (
        <>
          <Button
            kind="main"
            onClick={() => {
              decide(one, outcome.record);
            }}
          >
            Keep both
          </Button>
          <Button
            onClick={() => {
              decide(one, null);
            }}
          >
            Leave it
          </Button>
        </>
      );
  }
}

/** Which file it was stands in every message: several can be chosen at once. */
function adviceOf({ file, outcome }: Import): Advice {
  switch (outcome.kind) {
    case 'imported':
      return { title: `${importing.imported}: ${nameOf(outcome.record)}`, todo: file };
    case 'already-here':
      return withFile(importing.alreadyHere, `${file}, ${nameOf(outcome.record)}`);
    case 'differs':
      return withFile(importing.differs, `${file}, ${nameOf(outcome.record)}`);
    case 'failed': {
      const { code, detail } = outcome.fault;
      return withFile(storageFaults[code], code === 'import-damaged' ? `${file}, at ${detail}` : file);
    }
  }
}

const withFile = ({ title, todo }: Advice, file: string): Advice => ({ title, todo: `${todo} (${file})` });

const nameOf = (record: SessionRecord): string =>
  `${sessionTitle(record)}, ${day(record.startedAt)}, ${time(record.startedAt)}`;
