import { AdviceBox } from '../../components/advice-box';
import { Button } from '../../components/button';
import { deletion as words } from '../../messages/progress';
import type { StartServices } from '../../services';

/** What was deleted last, and the way back. */
export function DeletedNotice(props: { services: Pick<StartServices, 'deletion'>; onUndo: () => void }) {
  const { deletion } = props.services;
  const count = deletion.last.value.length;
  if (count === 0) return null;
  return (
    <div class="imports">
      <AdviceBox advice={{ title: words.deleted(count), todo: count === 1 ? words.todoOne : words.todo }}>
        <Button kind="main" onClick={props.onUndo}>
          {words.undo}
        </Button>
        <Button
          onClick={() => {
            deletion.settle();
          }}
        >
          {words.close}
        </Button>
      </AdviceBox>
    </div>
  );
}
