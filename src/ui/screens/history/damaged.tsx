import type { DigestItem } from '../../../storage/session-store';
import { AdviceBox } from '../../components/advice-box';
import { Button } from '../../components/button';
import { storageFaults } from '../../messages/en';

/** Which one it is, and where it is wrong, stands in the message: there may be several. */
export function Damaged(props: { item: Extract<DigestItem, { kind: 'damaged' }>; onDelete: () => void }) {
  const { item, onDelete } = props;
  const { title, todo } = storageFaults['damaged-record'];
  return (
    <div class="damaged">
      <AdviceBox advice={{ title, todo: `${todo} (${item.id}, at ${item.detail})` }}>
        <Button onClick={onDelete}>Delete it</Button>
      </AdviceBox>
    </div>
  );
}
