import { useEffect, useState } from 'preact/hooks';
import {
  DELEGATE_CHOICES,
  ENGINE_CHOICES,
  MODEL_CHOICES,
  SPEAK_CHOICES,
  THEMES,
  type Settings,
} from '../../storage/settings';
import { Button } from '../components/button';
import { Choice, Select, Switch } from '../components/choice';
import { Sheet } from '../components/sheet';
import { delegates, engineInUse, engines, engineTrial, models, speaking } from '../messages/en';
import { capital } from '../model/format';
import type { CameraChoice, StartServices } from '../services';

interface SettingsSheetProps {
  readonly services: StartServices;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Everything that is chosen once. Each change is kept at once; there is nothing to confirm. */
export function SettingsSheet({ services, isOpen, onClose }: SettingsSheetProps) {
  const settings = services.settings.current.value;
  const change = (part: Partial<Settings>) => {
    services.settings.change(part);
  };
  return (
    <Sheet title="Settings" isOpen={isOpen} onClose={onClose}>
      <CameraSelect services={services} />
      <PoseSettings services={services} />
      <VoiceSettings services={services} />
      <CueSettings settings={settings} change={change} />
      <Choice
        legend="Theme"
        name="theme"
        value={settings.theme}
        options={THEMES.map((value) => ({ value, name: capital(value) }))}
        onChange={(theme) => {
          change({ theme });
        }}
      />
    </Sheet>
  );
}

/** Which model reads the body, and on what. */
function PoseSettings({ services }: { services: StartServices }) {
  const { model, delegate, engine } = services.settings.current.value;
  const kept = services.engines.value;
  const used = model === 'auto' ? (kept.choice?.model ?? 'full') : model;
  const { trial } = services;
  const change = (part: Partial<Settings>) => {
    services.settings.change(part);
  };
  return (
    <>
      <Choice
        legend="Pose model"
        name="model"
        value={model}
        options={MODEL_CHOICES.map((value) => ({ value, ...models[value] }))}
        onChange={(chosen) => {
          change({ model: chosen });
        }}
      />
      <Choice
        legend="Run the pose model on"
        name="delegate"
        value={delegate}
        options={DELEGATE_CHOICES.map((value) => ({ value, ...delegates[value] }))}
        note={trial.isRunning.value ? engineTrial.running : engineInUse(used, kept[used])}
        onChange={(chosen) => {
          change({ delegate: chosen });
        }}
      />
      <Choice
        legend="On the processor, with"
        name="engine"
        value={engine}
        options={ENGINE_CHOICES.map((value) => ({ value, ...engines[value] }))}
        onChange={(chosen) => {
          change({ engine: chosen });
        }}
      />
      <Button
        disabled={trial.isRunning.value}
        onClick={() => {
          trial.start();
        }}
      >
        {trial.isRunning.value ? engineTrial.running : engineTrial.start}
      </Button>
    </>
  );
}

interface CueSettingsProps {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

const CUES = [
  { key: 'tonesOn', name: 'Tones', about: 'A tick for every repetition, a low note for a fault' },
  { key: 'flashOn', name: 'Flash with cues', about: 'The border of the screen lights up' },
] as const;

/** What is heard and seen of a cue besides words, and how loud. */
function CueSettings({ settings, change }: CueSettingsProps) {
  return (
    <>
      <div>
        {CUES.map(({ key, name, about }) => (
          <Switch
            key={key}
            name={name}
            about={about}
            on={settings[key]}
            onChange={(on) => {
              change({ [key]: on });
            }}
          />
        ))}
      </div>
      <Volume
        name="Volume of the voice"
        value={settings.voiceVolume}
        onChange={(voiceVolume) => {
          change({ voiceVolume });
        }}
      />
      <Volume
        name="Volume of the tones"
        value={settings.toneVolume}
        onChange={(toneVolume) => {
          change({ toneVolume });
        }}
      />
    </>
  );
}

interface VolumeProps {
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const Volume = ({ name, value, onChange }: VolumeProps) => (
  <label class="field">
    {name}
    <input
      type="range"
      min="0"
      max="1"
      step="0.05"
      value={value}
      onInput={(event) => {
        onChange(event.currentTarget.valueAsNumber);
      }}
    />
  </label>
);

const BEST_VOICE = '';

/** How much is said, and by whom. */
function VoiceSettings({ services }: { services: StartServices }) {
  const { speak, voiceUri } = services.settings.current.value;
  const voices = services.listVoices();
  return (
    <>
      <Choice
        legend="The voice says"
        name="speak"
        value={speak}
        options={SPEAK_CHOICES.map((value) => ({ value, ...speaking[value] }))}
        onChange={(chosen) => {
          services.settings.change({ speak: chosen });
        }}
      />
      {voices.length < 2 ? null : (
        <Select
          label="Voice"
          value={voiceUri ?? BEST_VOICE}
          options={[
            { value: BEST_VOICE, name: 'The machine’s own choice' },
            ...voices.map(({ uri, name }) => ({ value: uri, name })),
          ]}
          onChange={(uri) => {
            services.settings.change({ voiceUri: uri === BEST_VOICE ? null : uri });
          }}
        />
      )}
    </>
  );
}

const DEFAULT_CAMERA = '';

function CameraSelect({ services }: { services: StartServices }) {
  const [cameras, setCameras] = useState<readonly CameraChoice[]>([]);
  useEffect(() => {
    void services.listCameras().then(setCameras);
  }, [services]);
  return (
    <Select
      label="Camera"
      value={services.settings.current.value.cameraId ?? DEFAULT_CAMERA}
      options={[
        { value: DEFAULT_CAMERA, name: 'The browser’s own choice' },
        ...cameras.map((camera) => ({ value: camera.deviceId, name: camera.label })),
      ]}
      onChange={(id) => {
        services.settings.change({ cameraId: id === DEFAULT_CAMERA ? null : id });
      }}
    />
  );
}
