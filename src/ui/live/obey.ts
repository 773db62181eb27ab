import type { Command } from '../../core/session/spoken-command';
import type { LiveController } from './controller';

/** Does what was said, where it means something in this stage; else nothing. */
export function obey(live: LiveController, command: Command): void {
  const { kind } = live.stage.peek();
  switch (command) {
    case 'start':
      if (kind === 'rest') live.skipRest();
      else live.skipSetup();
      break;
    case 'pause':
      live.pause();
      break;
    case 'goOn':
      if (kind === 'paused') live.resume();
      else if (kind === 'rest') live.skipRest();
      break;
    case 'next':
      if (kind === 'rest') live.skipRest();
      else live.skipExercise();
      break;
    case 'repeat':
      live.repeatSet();
      break;
    case 'end':
      live.askEnd();
      break;
  }
}
