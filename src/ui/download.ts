/** Hands the person a JSON file. Nothing is sent: the file is made in the page. */
export function downloadJson(fileName: string, json: unknown): void {
  saveFile(fileName, new Blob([`${JSON.stringify(json)}\n`], { type: 'application/json' }));
}

/** Hands the person a file that was made in the page. */
export function saveFile(fileName: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // After the click has been taken up: the browser reads the address a moment later.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
