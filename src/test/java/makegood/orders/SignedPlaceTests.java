package makegood.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignedPlaceTests {
    @ParameterizedTest
    @CsvSource({
        "武汉分拨中心, 浙江省杭州市西湖区文三路 1 号",
        "【上海市】浦东新区代收点 已签收, 北京市朝阳区建国路 2 号",
        "南京中山路营业部, 广东省广州市越秀区中山路 5 号",
        "乌鲁木齐, 浙江杭州西湖区文三路",
        "Paris depot, '12 Main Street, Berlin'",
    })
    void anotherCityIsFarAway(String place, String address) {
        assertThat(SignedPlace.farFrom(place, address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "杭州西湖区营业部, 浙江省杭州市西湖区文三路 1 号",
        "浙江杭州, 浙江省杭州市西湖区文三路 1 号",
        "乌鲁木齐市, 新疆维吾尔自治区乌鲁木齐市天山区 3 号",
        "菜鸟驿站, 浙江省杭州市西湖区文三路 1 号",
        "家门口, 浙江省杭州市西湖区文三路 1 号",
        "退货仓, 浙江省杭州市西湖区文三路 1 号",
        "front desk, '12 Main Street, Berlin'",
        "Berlin hub, '12 Main Street, Berlin'",
        "Hangzhou hub, 浙江省杭州市西湖区文三路 1 号",
        ", 浙江省杭州市西湖区文三路 1 号",
        "武汉分拨中心,",
    })
    void theSameCityOrNoneAtAllIsNot(String place, String address) {
        assertThat(SignedPlace.farFrom(place, address)).isFalse();
    }
}
