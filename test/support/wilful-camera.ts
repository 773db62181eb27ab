import type { Page } from 'playwright-core';

/**
 * What the camera does: show what is before it, nothing but black, the last picture for ever (`stuck`: until it is opened
 * anew), few pictures a second, or smaller ones.
 */
export type CameraMood = 'shows' | 'black' | 'frozen' | 'stuck' | 'slow' | 'smaller';

declare global {
  var cameraMood: CameraMood;
}

/** Puts a camera that can be told to misbehave between the browser's own and the page, from the next visit on. */
export async function makeCameraWilful(page: Page): Promise<void> {
  await page.addInitScript(() => {
    globalThis.cameraMood = 'shows';
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints) => {
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = await open(constraints);
      await video.play();
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      let turn = 0;
      if (globalThis.cameraMood === 'stuck') globalThis.cameraMood = 'shows';
      const draw = (): void => {
        const mood = globalThis.cameraMood;
        turn += 1;
        if (mood === 'frozen' || mood === 'stuck' || (mood === 'slow' && turn % 10 !== 0)) return;
        const scale = mood === 'smaller' ? 0.5 : 1;
        const width = video.videoWidth * scale;
        const height = video.videoHeight * scale;
        if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
        if (mood === 'black') context?.fillRect(0, 0, width, height);
        else context?.drawImage(video, 0, 0, width, height);
      };
      draw();
      setInterval(draw, 33);
      return canvas.captureStream();
    };
  });
}

/** From now on, without a new visit. */
export const setMood = (page: Page, mood: CameraMood): Promise<void> =>
  page.evaluate((wanted) => {
    globalThis.cameraMood = wanted;
  }, mood);
