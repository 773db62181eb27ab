import { words } from '../language';
import type { SettingsModel } from '../services';
import { Stepper } from './stepper';
import './volumes.css';

/** Volumes are shown and stepped in tenths, as per cent. */
const STEP = 10;

/** How loud voice and tones are, each by itself; tones that are turned up sound again. */
export function Volumes({ settings }: { settings: SettingsModel }) {
  const { tonesOn, voiceVolume, toneVolume } = settings.current.value;
  return (
    <>
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
    </>
  );
}

interface VolumeProps {
  readonly label: string;
  /** 0 silent … 1 full. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const Volume = ({ label, value, onChange }: VolumeProps) => (
  <div class="volume">
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
