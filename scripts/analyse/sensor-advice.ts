import type { SensorRefusal } from '../../src/core/sensor/compare';
import type { SensorFileFault } from '../../src/core/sensor/recording';

const GRAVITY = 'record Gravity, or the rotation vector, with Sensor Logger or phyphox';

/** What to do about a sensor file that cannot be read, in a line of the terminal. */
export const SENSOR_FILE_ADVICE: Readonly<Record<SensorFileFault, string>> = {
  unreadable: 'the sensor file cannot be opened: check its name',
  'too-large': 'the sensor file is larger than any session’s: record one session alone',
  'no-table':
    'this is no table with a column of times: give the CSV file of a logger app, see docs/sensor.md',
  'no-gravity': `there is neither gravity nor a rotation in this file: ${GRAVITY}`,
  'not-gravity': `what stands here is the acceleration of a moving phone: ${GRAVITY}`,
  damaged: 'most rows of the sensor file cannot be read: export it again',
  'too-short': 'the sensor file needs ten seconds and five rows a second: record longer, or faster',
};

/** Why the sensor was not compared, in a line of the terminal. */
export const SENSOR_REFUSAL_ADVICE: Readonly<Record<SensorRefusal, string>> = {
  'no-curve': 'not compared: the camera measured too little of the pelvis in this clip',
  'phone-flat':
    'not compared: the phone lay flat all the time; wear it upright against the back of the pelvis',
  'too-still': 'not compared: the pelvis hardly moved; a few hip hikes show a clear curve',
  'no-overlap': 'not compared: the recording covers less than half of the clip; start the phone first',
  'no-match': 'not compared: the two show different movements; is it the recording of this clip?',
  ambiguous: 'not compared: the two fit at several offsets alike; move unevenly at the beginning, once',
};
