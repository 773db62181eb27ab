import { speak } from '../../src/ui/language';

// As `main` does before the first screen.
await speak('en');
