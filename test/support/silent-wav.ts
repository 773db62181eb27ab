const RATE_HZ = 8000;
const SAMPLES = 800;

/** A tenth of a second of silence: a file with sound and no picture. */
export function silentWav(): Buffer {
  const wav = Buffer.alloc(44 + SAMPLES * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + SAMPLES * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE_HZ, 24);
  wav.writeUInt32LE(RATE_HZ * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(SAMPLES * 2, 40);
  return wav;
}
