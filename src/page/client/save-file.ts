/** Gives the reader a file. */
export function saveFile(name: string, type: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Lets the reader choose a file, and gives its text; nothing where none is chosen. */
export function openFile(types: string, take: (text: string, name: string) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = types;
  input.addEventListener("change", async () => {
    const [file] = input.files ?? [];
    if (file !== undefined) take(await file.text(), file.name);
  });
  input.click();
}
