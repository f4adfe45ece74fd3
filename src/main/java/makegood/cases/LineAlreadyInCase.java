package makegood.cases;

import makegood.platform.BusinessRefusal;
import makegood.platform.Text;

/** Some of these pieces are already in an open case. */
public final class LineAlreadyInCase extends BusinessRefusal {
    LineAlreadyInCase(int line, String caseNumber) {
        super(new Text(
                "Pieces of line " + line + " are already in open case " + caseNumber + ".",
                "第 " + line + " 行的商品已在处理中的案件 " + caseNumber + " 里。"));
    }

    @Override
    public int status() {
        return 409;
    }
}
