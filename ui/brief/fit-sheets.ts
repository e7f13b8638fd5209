/** What fits both A4 and US Letter within the margins, in CSS pixels: the width of A4, the height of Letter. */
const PRINTABLE = { width: 703, height: 960 } as const;

/** Smaller print than this is none. */
const SMALLEST = 0.6;

/** Makes each sheet, where it must, small enough to print on one page. The scale is a property that only print reads. */
export function fitSheets(paper: Element): void {
  paper.classList.add('measured');
  for (const sheet of paper.querySelectorAll<HTMLElement>('.sheet')) {
    let fit = 1;
    for (; fit > SMALLEST; fit -= 0.02) {
      sheet.style.width = `${PRINTABLE.width / fit}px`;
      if (sheet.offsetHeight * fit <= PRINTABLE.height) break;
    }
    sheet.style.width = '';
    sheet.style.setProperty('--fit', fit.toFixed(2));
  }
  paper.classList.remove('measured');
}
