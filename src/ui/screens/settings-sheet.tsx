import { useEffect, useState } from 'preact/hooks';
import { shownPhrases } from '../../core/session/spoken-command';
import {
  CAMERA_FACINGS,
  DELEGATE_CHOICES,
  ENGINE_CHOICES,
  LANGUAGES,
  MODEL_CHOICES,
  SPEAK_CHOICES,
  THEMES,
  type Settings,
} from '../../storage/settings';
import { Button } from '../components/button';
import { Choice, Select, Switch } from '../components/choice';
import { Sheet } from '../components/sheet';
import { Volumes } from '../components/volumes';
import { LANGUAGE_NAMES, spoken, words } from '../language';
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
    <Sheet title={words.settingsWords.title} isOpen={isOpen} onClose={onClose}>
      <LanguageChoice change={change} />
      <CameraSelect services={services} />
      <PoseSettings services={services} />
      <VoiceSettings services={services} />
      <ListenSetting services={services} />
      <CueSettings settings={settings} change={change} />
      <Volumes settings={services.settings} />
      <Choice
        legend={words.settingsWords.theme}
        name="theme"
        value={settings.theme}
        options={THEMES.map((value) => ({ value, name: words.settingsWords.themes[value] }))}
        onChange={(theme) => {
          change({ theme });
        }}
      />
    </Sheet>
  );
}

/** Has the focus when the settings open: they open anew in the language that is chosen. */
function LanguageChoice({ change }: Pick<CueSettingsProps, 'change'>) {
  return (
    <Choice
      legend={words.settingsWords.language}
      name="language"
      value={spoken.value}
      options={LANGUAGES.map((value) => ({ value, name: LANGUAGE_NAMES[value], lang: value }))}
      isFirst
      onChange={(language) => {
        change({ language });
      }}
    />
  );
}

/** Spoken commands: offered where speech stays on this machine, and there alone. */
function ListenSetting({ services }: { services: StartServices }) {
  const [canListen, setCanListen] = useState(false);
  const language = spoken.value;
  useEffect(() => {
    // Where its script cannot be fetched there is nothing to offer.
    services.canListen().then(setCanListen, () => undefined);
  }, [services, language]);
  if (!canListen) return null;
  return (
    <Switch
      name={words.settingsWords.listens.name}
      about={words.settingsWords.listens.about(shownPhrases(words.commands).join(', '))}
      on={services.settings.current.value.listens}
      onChange={(listens) => {
        services.settings.change({ listens });
      }}
    />
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
        legend={words.settingsWords.model}
        name="model"
        value={model}
        options={MODEL_CHOICES.map((value) => ({ value, ...words.models[value] }))}
        onChange={(chosen) => {
          change({ model: chosen });
        }}
      />
      <Choice
        legend={words.settingsWords.runOn}
        name="delegate"
        value={delegate}
        options={DELEGATE_CHOICES.map((value) => ({ value, ...words.delegates[value] }))}
        note={trial.isRunning.value ? words.engineTrial.running : words.engineInUse(used, kept[used])}
        onChange={(chosen) => {
          change({ delegate: chosen });
        }}
      />
      <Choice
        legend={words.settingsWords.engine}
        name="engine"
        value={engine}
        options={ENGINE_CHOICES.map((value) => ({ value, ...words.engines[value] }))}
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
        {trial.isRunning.value ? words.engineTrial.running : words.engineTrial.start}
      </Button>
    </>
  );
}

interface CueSettingsProps {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

const CUES = ['tonesOn', 'flashOn'] as const;

/** What is heard and seen of a cue besides words. */
function CueSettings({ settings, change }: CueSettingsProps) {
  return (
    <div>
      {CUES.map((key) => (
        <Switch
          key={key}
          {...words.settingsWords[key]}
          on={settings[key]}
          onChange={(on) => {
            change({ [key]: on });
          }}
        />
      ))}
    </div>
  );
}

const BEST_VOICE = '';

/** How much is said, and by whom. */
function VoiceSettings({ services }: { services: StartServices }) {
  const { speak, voiceUri } = services.settings.current.value;
  const voices = services.listVoices();
  return (
    <>
      <Choice
        legend={words.settingsWords.speak}
        name="speak"
        value={speak}
        options={SPEAK_CHOICES.map((value) => ({ value, ...words.speaking[value] }))}
        onChange={(chosen) => {
          services.settings.change({ speak: chosen });
        }}
      />
      {voices.length === 0 ? <p class="choice-note">{words.settingsWords.noVoice}</p> : null}
      {voices.length < 2 ? null : (
        <Select
          label={words.settingsWords.voice}
          value={voiceUri ?? BEST_VOICE}
          options={[
            { value: BEST_VOICE, name: words.settingsWords.bestVoice },
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

/** Instead of a camera's id: the browser's own choice of those that face this way. */
const FACING_PREFIX = 'facing:';

/** A device that is held has a camera at its front and one at its back; at a desk there is nothing to tell apart. */
const facings = (): readonly (typeof CAMERA_FACINGS)[number][] =>
  matchMedia('(pointer: coarse)').matches ? CAMERA_FACINGS : ['user'];

function CameraSelect({ services }: { services: StartServices }) {
  const [cameras, setCameras] = useState<readonly CameraChoice[]>([]);
  useEffect(() => {
    void services.listCameras().then(setCameras);
  }, [services]);
  const { cameraId, cameraFacing } = services.settings.current.value;
  const offered = facings();
  const { bestCamera, cameraOf, cameraN } = words.settingsWords;
  return (
    <Select
      label={words.settingsWords.camera}
      value={cameraId ?? `${FACING_PREFIX}${cameraFacing}`}
      options={[
        ...offered.map((facing) => ({
          value: `${FACING_PREFIX}${facing}`,
          name: offered.length === 1 ? bestCamera : cameraOf[facing],
        })),
        ...cameras.map(({ deviceId, label }, index) => ({
          value: deviceId,
          name: label || cameraN(index + 1),
        })),
      ]}
      onChange={(chosen) => {
        const facing = CAMERA_FACINGS.find((one) => chosen === `${FACING_PREFIX}${one}`);
        services.settings.change(
          facing === undefined ? { cameraId: chosen } : { cameraId: null, cameraFacing: facing },
        );
      }}
    />
  );
}
