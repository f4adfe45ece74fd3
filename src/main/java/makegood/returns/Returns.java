package makegood.returns;

import jakarta.persistence.EntityManager;
import java.util.List;
import makegood.cases.CaseFacts;
import makegood.cases.Cases;
import makegood.orders.LineArticles;
import makegood.orders.Order;
import makegood.orders.Orders;
import makegood.stores.StoreSettings;
import makegood.stores.Stores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of a return, with the case, order and store they belong to. */
@Component
@Transactional
class Returns {
    private final EntityManager entities;
    private final JdbcClient db;
    private final Cases cases;
    private final Orders orders;
    private final Stores stores;
    private final LineArticles articles;

    Returns(EntityManager entities, JdbcClient db, Cases cases, Orders orders, Stores stores, LineArticles articles) {
        this.articles = articles;
        this.entities = entities;
        this.db = db;
        this.cases = cases;
        this.orders = orders;
        this.stores = stores;
    }

    public GoodsReturn begin(String caseNumber) {
        var known = entities.find(GoodsReturn.class, caseNumber);
        if (known != null) {
            return known;
        }
        var c = cases.get(caseNumber);
        var order = order(c);
        var begun = new GoodsReturn();
        begun.caseNumber = caseNumber;
        begun.store = c.store();
        begun.orderNumber = c.orderNumber();
        entities.persist(begun);
        var now = articles.of(order);
        for (var l : c.lines()) {
            var line = new ReturnLine();
            line.id = caseNumber + ":" + l.line();
            line.caseNumber = caseNumber;
            line.lineNumber = l.line();
            line.sku = now.get(l.line()).sku();
            line.announced = l.quantity();
            entities.persist(line);
        }
        return begun;
    }

    public GoodsReturn get(String caseNumber) {
        return entities.find(GoodsReturn.class, caseNumber);
    }

    List<GoodsReturn> ofOrder(String store, String orderNumber) {
        return entities.createQuery(
                        "from GoodsReturn r where r.store = :store and r.orderNumber = :order order by r.caseNumber",
                        GoodsReturn.class)
                .setParameter("store", store)
                .setParameter("order", orderNumber)
                .setMaxResults(50)
                .getResultList();
    }

    /** Whether the warehouse has looked at the goods already. */
    public boolean inspected(String caseNumber) {
        return lines(caseNumber).stream().anyMatch(l -> l.finding != null);
    }

    public List<ReturnLine> lines(String caseNumber) {
        return entities.createQuery(
                        "from ReturnLine l where l.caseNumber = :case order by l.lineNumber", ReturnLine.class)
                .setParameter("case", caseNumber)
                .getResultList();
    }

    public Order order(CaseFacts c) {
        return orders.find(c.store(), c.orderNumber()).orElseThrow();
    }

    public StoreSettings store(String store) {
        return stores.known(store);
    }

    public void inspectionNote(String caseNumber, String foreignGoods, String remark) {
        if (foreignGoods.isEmpty() && remark.isEmpty()) {
            return;
        }
        db.sql("delete from return_note where case_number = ?")
                .param(caseNumber)
                .update();
        db.sql("insert into return_note (case_number, foreign_goods, remark) values (?, ?, ?)")
                .params(caseNumber, foreignGoods, remark)
                .update();
    }
}
