import { words } from '../language';
import type { StartServices } from '../services';
import { AdviceBox } from './advice-box';

/** Says that sessions cannot be kept, wherever it matters; nothing while they can. */
export function StorageNotice({ services }: { services: Pick<StartServices, 'storageFault'> }) {
  const fault = services.storageFault.value;
  return fault ? <AdviceBox advice={words.storageFaults[fault.code]} /> : null;
}
