import type { Palette } from './scene';

/** Reads the theme's colours where the canvas stands, so that the overlay follows it. */
export function readPalette(element: Element): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  element.parentElement?.append(probe);
  const read = (colour: string): string => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const palette: Palette = {
    line: read('var(--accent)'),
    bone: 'rgb(255 255 255 / 0.72)',
    joint: 'rgb(255 255 255)',
    level: 'rgb(255 255 255 / 0.95)',
    fault: read('var(--fault-fill)'),
    onFault: read('var(--on-fault)'),
    edge: 'rgb(8 14 22 / 0.5)',
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return palette;
}
