import { useEffect, useState } from 'preact/hooks';
import { POSE_MODELS } from '../../../workers/protocol';
import { DELEGATE_CHOICES, SPEAK_CHOICES, THEMES, type Settings } from '../../storage/settings';
import { Choice, Select, Switch } from '../components/choice';
import { Sheet } from '../components/sheet';
import { delegates, engineInUse, models, speaking } from '../messages/en';
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
      <Choice
        legend="Pose model"
        name="model"
        value={settings.model}
        options={POSE_MODELS.map((value) => ({ value, ...models[value] }))}
        onChange={(model) => {
          change({ model });
        }}
      />
      <Choice
        legend="Run the pose model on"
        name="delegate"
        value={settings.delegate}
        options={DELEGATE_CHOICES.map((value) => ({ value, ...delegates[value] }))}
        note={engineInUse(settings.model, services.engines.value[settings.model])}
        onChange={(delegate) => {
          change({ delegate });
        }}
      />
      <VoiceSettings services={services} />
      <div>
        <Switch
          name="Tones"
          about="A tick for every repetition, a low note for a fault"
          on={settings.tonesOn}
          onChange={(tonesOn) => {
            change({ tonesOn });
          }}
        />
        <Switch
          name="Flash with cues"
          about="The border of the screen lights up"
          on={settings.flashOn}
          onChange={(flashOn) => {
            change({ flashOn });
          }}
        />
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
