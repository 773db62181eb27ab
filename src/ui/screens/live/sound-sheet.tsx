import { SPEAK_CHOICES } from '../../../storage/settings';
import { Choice } from '../../components/choice';
import { Sheet } from '../../components/sheet';
import { Volumes } from '../../components/volumes';
import { words } from '../../language';
import type { SettingsModel } from '../../services';
import './sound-sheet.css';

interface SoundSheetProps {
  readonly settings: SettingsModel;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** How much is said and how loud, in a pause or a rest: the session goes on behind it, and what is changed holds at once. */
export function SoundSheet({ settings, isOpen, onClose }: SoundSheetProps) {
  return (
    <Sheet title={words.sound.title} isOpen={isOpen} onClose={onClose}>
      <div class="sound">
        <Choice
          legend={words.sound.says}
          name="live-speak"
          value={settings.current.value.speak}
          options={SPEAK_CHOICES.map((value) => ({ value, ...words.speaking[value] }))}
          onChange={(chosen) => {
            settings.change({ speak: chosen });
          }}
        />
        <Volumes settings={settings} />
      </div>
    </Sheet>
  );
}
