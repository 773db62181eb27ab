import { SPEAK_CHOICES } from '../../../storage/settings';
import { Choice } from '../../components/choice';
import { Sheet } from '../../components/sheet';
import { Stepper } from '../../components/stepper';
import { words } from '../../language';
import type { SettingsModel } from '../../services';
import './sound-sheet.css';

/** Volumes are shown and stepped in tenths, as per cent. */
const STEP = 10;

interface SoundSheetProps {
  readonly settings: SettingsModel;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** How much is said and how loud, in a pause or a rest: the session goes on behind it, and what is changed holds at once. */
export function SoundSheet({ settings, isOpen, onClose }: SoundSheetProps) {
  const { speak, tonesOn, voiceVolume, toneVolume } = settings.current.value;
  return (
    <Sheet title={words.sound.title} isOpen={isOpen} onClose={onClose}>
      <div class="sound">
        <Choice
          legend={words.sound.says}
          name="live-speak"
          value={speak}
          options={SPEAK_CHOICES.map((value) => ({ value, ...words.speaking[value] }))}
          onChange={(chosen) => {
            settings.change({ speak: chosen });
          }}
        />
        <Volume
          label={words.sound.voice}
          value={voiceVolume}
          onChange={(volume) => {
            settings.change({ voiceVolume: volume });
          }}
        />
        <Volume
          label={words.sound.tones}
          value={tonesOn ? toneVolume : 0}
          onChange={(volume) => {
            settings.change({ toneVolume: volume, tonesOn: volume > 0 });
          }}
        />
      </div>
    </Sheet>
  );
}

interface VolumeProps {
  readonly label: string;
  /** 0 silent … 1 full. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const Volume = ({ label, value, onChange }: VolumeProps) => (
  <div class="sound-volume">
    <strong>{label}</strong>
    <Stepper
      label={label}
      value={Math.round(value * 100)}
      step={STEP}
      most={100}
      onChange={(percent) => {
        onChange(percent / 100);
      }}
    />
  </div>
);
