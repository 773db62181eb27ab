import { AdviceBox } from '../../components/advice-box';
import { Button } from '../../components/button';
import { words } from '../../language';
import type { StartServices } from '../../services';

/** What was deleted last, and the way back. */
export function DeletedNotice(props: { services: Pick<StartServices, 'deletion'>; onUndo: () => void }) {
  const { deletion } = props.services;
  const count = deletion.last.value.length;
  if (count === 0) return null;
  return (
    <div class="imports">
      <AdviceBox
        advice={{
          title: words.deletion.deleted(count),
          todo: count === 1 ? words.deletion.todoOne : words.deletion.todo,
        }}
      >
        <Button kind="main" onClick={props.onUndo}>
          {words.deletion.undo}
        </Button>
        <Button
          onClick={() => {
            deletion.settle();
          }}
        >
          {words.deletion.close}
        </Button>
      </AdviceBox>
    </div>
  );
}
