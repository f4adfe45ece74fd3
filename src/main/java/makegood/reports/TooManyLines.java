package makegood.reports;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

final class TooManyLines extends BusinessRefusal {
    TooManyLines() {
        super(new Text(
                "That are more lines than one file holds. Choose a shorter period or one store.",
                "行数过多，请缩短日期范围或只选一家店铺。"));
    }
}
