export class Elements {}
