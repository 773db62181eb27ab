import { useEffect, useState } from 'preact/hooks';
import { POSE_MODELS } from '../../../workers/protocol';
import { DELEGATE_CHOICES, THEMES, type Settings } from '../../storage/settings';
import { Choice, Select, Switch } from '../components/choice';
import { Sheet } from '../components/sheet';
import { delegates, engineInUse, models } from '../messages/en';
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
      <div>
        <Switch
          name="Voice"
          about="Speaks the count and one short cue"
          on={settings.voiceOn}
          onChange={(voiceOn) => {
            change({ voiceOn });
          }}
        />
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
      <label class="field">
        Volume
        <input
          type="range"
          min="0"
          max="1"
          step="0.05"
          value={settings.volume}
          onInput={(event) => {
            change({ volume: event.currentTarget.valueAsNumber });
          }}
        />
      </label>
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
