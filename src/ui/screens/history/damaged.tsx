import type { DigestItem } from '../../../storage/session-store';
import { AdviceBox } from '../../components/advice-box';
import { Button } from '../../components/button';
import { words } from '../../language';

/** Which one it is, and where it is wrong, stands in the message: there may be several. */
export function Damaged(props: { item: Extract<DigestItem, { kind: 'damaged' }>; onDelete: () => void }) {
  const { item, onDelete } = props;
  const { title, todo } = words.storageFaults['damaged-record'];
  return (
    <div class="damaged">
      <AdviceBox advice={{ title, todo: words.historyWords.damagedAt(todo, item.id, item.detail) }}>
        <Button onClick={onDelete}>{words.historyWords.deleteIt}</Button>
      </AdviceBox>
    </div>
  );
}
